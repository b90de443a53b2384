// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Profiling from inside the program.
 *
 * <pre>{@code
 * public class Example {
 *     private static final AdHoc.Kind ROWS = AdHoc.kind("rows read");
 *
 *     public static void main(String[] args) {
 *         try (Profiler profiler = Profiler.builder().heap().adHoc().exact().start()) {
 *             load();
 *             Profiler.mark("loaded");
 *             for (int i = 0; i < 100; i++) {
 *                 ROWS.event(query());
 *             }
 *             HeapStats held = profiler.settledStats();
 *             System.out.println(held.currBytes() + " bytes are held");
 *             profiler.snapshot().bornSince("loaded").aliveNow().forEach(System.out::println);
 *         } // writes dhat-heap.json and dhat-ad-hoc.json, prints the summary on stderr
 *     }
 * }
 * }</pre>
 *
 * <p>Figures are bytes and blocks of Java heap, with headers and padding; times are microseconds.
 * No argument may be null. All methods may be called by any thread unless they say otherwise.
 * What cannot be done is an {@link java.lang.IllegalStateException} that says why and what to do;
 * wrong arguments are an {@link java.lang.IllegalArgumentException}; files that cannot be written
 * are an {@link java.io.UncheckedIOException}.
 */
package dev.jdhat;
