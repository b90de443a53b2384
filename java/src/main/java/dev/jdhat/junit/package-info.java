// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Heap usage tests: limits on what a test allocates, holds and leaves behind.
 *
 * <pre>{@code
 * class ParserTest {
 *     private final Parser parser = new Parser();
 *
 *     @Test
 *     @MaxAllocated("64 kB")
 *     void parsesLong() {
 *         assertEquals(1_000, parser.parse(LONG_TEXT).size());
 *     }
 *
 *     @Test
 *     void keepsNothing() {
 *         HeapAssert.that(() -> parser.parse(LONG_TEXT)).leaksNothing();
 *     }
 * }
 * }</pre>
 *
 * <p>{@link dev.jdhat.junit.HeapAssert} needs no test framework; the annotations need JUnit Jupiter
 * 5.8 or later. What is measured is said there. Results are also written to {@code index.json} in
 * {@code target/jdhat} ({@code build/jdhat} under Gradle, or the folder that the system property
 * {@code jdhat.reports} names), with a profile for each failure.
 *
 * <p>No argument may be null.
 */
package dev.jdhat.junit;
