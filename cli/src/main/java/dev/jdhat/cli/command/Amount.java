// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how many there shall be of something: 0 and more. */
final class Amount implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
        long amount = Quantity.count(text);
        if (amount == Quantity.NONE || amount > Integer.MAX_VALUE) {
            throw new TypeConversionException("'" + text + "' is not a number as 0 or 10");
        }
        return (int) amount;
    }
}
