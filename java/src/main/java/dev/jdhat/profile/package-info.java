// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Turns recordings into profiles: estimates, peaks, ends, lifetimes, per program point.
 *
 * <pre>{@code
 * try (Recording recording = Recording.open(Path.of("app.jdhat"))) {
 *     Profile profile = ProfileBuilder.build(recording,
 *             ProfileOptions.defaults().withPeak(PeakKind.OCCUPIED));
 *     System.out.println(profile.atPeak());
 *     profile.points().forEach(System.out::println);
 *
 *     Profile window = ProfileBuilder.build(recording, ProfileOptions.defaults()
 *             .withSelection(Selection.all().withWindow(1).withIncluded(List.of("com.acme"))));
 *     window.bornSince("after warm-up").aliveNow().forEach(System.out::println);
 * }
 * }</pre>
 *
 * <p>No argument may be null unless it says so. Profiles are immutable and for any thread.
 */
package dev.jdhat.profile;
