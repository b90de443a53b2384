// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Two profiles side by side: what is new, gone, grown and shrunk.
 *
 * <pre>{@code
 * ProfileDiff diff = ProfileDiff.between(before, after, SortBy.END);
 * diff.sites().stream().filter(site -> site.state() == State.NEW).forEach(System.out::println);
 * }</pre>
 *
 * <p>A site is known again by its class and the methods of its stack; lines may have moved. Nothing
 * is ever null, everything is immutable and for any thread.
 */
package dev.jdhat.compare;
