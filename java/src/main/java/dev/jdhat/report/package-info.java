// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/**
 * What a person reads at the end of a run.
 *
 * <pre>{@code
 * Profile profile = DhatReader.read(Path.of("dhat-heap.json"));
 * Summary.lines(profile, null).forEach(System.err::println);
 * }</pre>
 *
 * <p>No argument may be null unless it says so. All methods may be called by any thread.
 */
package dev.jdhat.report;
