// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.api;

import dev.jdhat.Profiler;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProgramPoint;

/**
 * One block of 1,000 is made, then a mark is set, then two of 2,000 of which one is dropped, then
 * another mark, then one of 3,000; then all but the drop are still held.
 * Expected since the first mark: 7,000 in 3 blocks, alive 5,000 in 2; since the second: 3,000 in 1.
 */
public final class Marks {
    private Marks() {}

    private static void say(Profile born) {
        System.out.println("born " + born.total());
        for (ProgramPoint point : born.aliveNow()) System.out.println("alive " + point.atEnd());
    }

    public static void main(String[] args) {
        try (Profiler profiler = Profiler.builder().exact().include(Blocks.NAME)
                .file("marks.jdhat").report("marks.json").quiet().start()) {
            Blocks.a = Blocks.of(1000);
            Profiler.mark("after warm-up");
            Blocks.b = Blocks.of(2000);
            Blocks.b = Blocks.of(2000);
            Profiler.mark("second, with a comma");
            Blocks.c = Blocks.of(3000);
            profiler.settle();
            Profile profile = profiler.snapshot();
            System.out.println(profile.marks());
            say(profile.bornSince("after warm-up"));
            say(profile.bornSince("second, with a comma"));
            Say.refused(() -> profile.bornSince("never"));
        }
    }
}
