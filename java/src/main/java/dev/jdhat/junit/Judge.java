// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

/** One question to a measurement. */
interface Judge {
    /** What has to be known. */
    Quantity quantity();

    /** The test's name is how a message begins: {@code ParserTest.parsesLong()}. */
    Verdict judge(String test, Measured measured);
}
