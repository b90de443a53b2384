// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import dev.jdhat.profile.Grouping;
import dev.jdhat.profile.SortBy;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * By which figure sites are ranked, and what they are put together by.
 *
 * @param figure null where nobody chose one
 * @param grouping null where nobody chose one
 */
record Order(SortBy figure, Grouping grouping) {
    static final Order DEFAULT = new Order(null, null);

    /** Reads words with commas between them. */
    static final class Words implements ITypeConverter<Order> {
        @Override
        public Order convert(String text) {
            Order order = DEFAULT;
            for (String word : text.split(",", -1)) {
                order = order.with(word.trim());
            }
            return order;
        }
    }

    private Order with(String word) {
        for (SortBy each : SortBy.values()) {
            if (each.word().equals(word) && figure == null) {
                return new Order(each, grouping);
            }
        }
        for (Grouping each : Grouping.values()) {
            if (each.word().equals(word) && grouping == null) {
                return new Order(figure, each);
            }
        }
        String words = words();
        throw new TypeConversionException(
                "'"
                        + word
                        + (words.isEmpty() ? "' is one word too many" : "' is none of " + words));
    }

    /** What there still is to choose from: one figure, and one grouping. */
    private String words() {
        Stream<String> figures = Arrays.stream(SortBy.values()).map(SortBy::word);
        Stream<String> groupings = Arrays.stream(Grouping.values()).map(Grouping::word);
        return Stream.concat(
                        figure == null ? figures : Stream.empty(),
                        grouping == null ? groupings : Stream.empty())
                .collect(Collectors.joining(", "));
    }
}
