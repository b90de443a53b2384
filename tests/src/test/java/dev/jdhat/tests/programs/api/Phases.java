// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.api;

import dev.jdhat.AdHocStats;
import dev.jdhat.HeapStats;
import dev.jdhat.Profiler;
import java.nio.file.Path;

/** Every call in every phase in which it is wrong; prints what is said. */
public final class Phases {
    private Phases() {}

    private static void wrongAtAnyTime() {
        Say.refused(HeapStats::get);
        Say.refused(AdHocStats::get);
        Say.refused(() -> Profiler.mark("never"));
    }

    private static void closed(Profiler profiler) {
        Say.refused(profiler::stats);
        Say.refused(profiler::settledStats);
        Say.refused(profiler::adHocStats);
        Say.refused(profiler::snapshot);
        Say.refused(profiler::settle);
        Say.refused(() -> profiler.assertTrue(true, "never"));
        profiler.close();
    }

    public static void main(String[] args) {
        System.out.println("- none runs");
        wrongAtAnyTime();
        System.out.println("- heap");
        Profiler heap = Profiler.builder().exact().quiet().start();
        Say.refused(AdHocStats::get);
        Say.refused(heap::adHocStats);
        Say.refused(() -> heap.assertEquals(1, 1, "never"));
        Say.refused(() -> Profiler.builder().adHoc().start());
        Say.refused(() -> Profiler.builder().interval(4096).start());
        Say.refused(() -> Profiler.builder().depth(9).start());
        Say.refused(() -> Profiler.builder().file(Path.of("/other.jdhat")).start());
        heap.close();
        closed(heap);
        System.out.println("- ad hoc");
        Profiler adHoc = Profiler.builder().adHoc().quiet().start();
        Say.refused(HeapStats::get);
        Say.refused(adHoc::stats);
        Say.refused(adHoc::settle);
        adHoc.close();
        System.out.println("- sampled");
        Profiler sampled = Profiler.builder().testing().interval(4096).start();
        Say.refused(() -> sampled.assertEquals(1, 1, "never"));
        sampled.assertWithin(100, 5.0, 104, "near");
        sampled.close();
        System.out.println("- none runs again");
        wrongAtAnyTime();
    }
}
