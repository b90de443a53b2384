// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Which sites leak: what program points held after each collection, judged by statistics.
 *
 * <pre>{@code
 * try (Recording recording = Recording.open(file)) {
 *     ProfileOptions options = ProfileOptions.defaults().withHistory(true);
 *     LeakReport report = LeakReport.of(ProfileBuilder.build(recording, options));
 *     report.sites().stream().filter(site -> site.verdict() == Verdict.GROWING)
 *             .forEach(site -> System.out.println(site.point().type() + " " + site.reason()));
 * }
 * }</pre>
 *
 * <p>docs/leaks.md has the method and its sources. Nothing is ever null, everything is immutable
 * and for any thread.
 */
package dev.jdhat.leaks;
