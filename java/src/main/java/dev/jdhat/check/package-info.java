// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Limits that a profile must keep, for builds that fail when it does not.
 *
 * <pre>{@code
 * CheckResult result = new Checker(profile, null, LocalDate.now())
 *         .check(List.of(Limit.of("max-end-bytes", "0")), List.of());
 * result.outcomes().forEach(System.out::println);
 * }</pre>
 *
 * <p>Nothing is ever null, everything is immutable and for any thread.
 */
package dev.jdhat.check;
