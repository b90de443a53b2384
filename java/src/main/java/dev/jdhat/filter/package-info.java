// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The expression language that picks sites, the same on the command line, in a file of limits and
 * in the viewer:
 *
 * <pre>{@code
 * Filter filter = Filter.parse("class:~\"HashMap.*\" & !frame:\"org.junit.\" & live>1MB");
 * profile.points().stream().filter(filter::accepts).forEach(System.out::println);
 * }</pre>
 *
 * <p>docs/filter.md has the grammar and the words. Nothing is ever null, everything is immutable
 * and for any thread.
 */
package dev.jdhat.filter;
