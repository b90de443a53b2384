// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat;

import dev.jdhat.profile.Unit;

/** What a builder says of its session must be so in the session that runs already. */
final class Agreement {
    private Agreement() {
    }

    static void check(ProfilerBuilder wanted, RunningSession running) {
        boolean heap = wanted.recordsHeap();
        boolean adHoc = wanted.recordsAdHoc();
        if (wanted.interval() != ProfilerBuilder.NOT_SAID && heap) {
            agree("interval", inWords(running.interval()), inWords(wanted.interval()));
        }
        if (wanted.depth() != ProfilerBuilder.NOT_SAID) {
            agree("depth", running.depth(), wanted.depth());
        }
        if (wanted.file() != null) {
            agree("file", running.file(), wanted.file());
        }
        if (heap && !running.records(Unit.HEAP) || adHoc && !running.records(Unit.AD_HOC)) {
            agree("mode", running.records(Unit.HEAP) ? "heap" : "ad hoc",
                    heap ? adHoc ? "heap and ad hoc" : "heap" : "ad hoc");
        }
    }

    private static String inWords(long interval) {
        return interval == 0 ? "exact"
                : interval == ProfilerBuilder.AUTO ? "auto" : interval + " bytes";
    }

    private static void agree(String what, Object running, Object wanted) {
        if (!running.equals(wanted)) {
            throw new IllegalStateException("creating a profiler while one with other settings is"
                    + " running: its " + what + " is " + running + ", this one's is " + wanted
                    + "; close that one first, or leave the " + what + " to it");
        }
    }
}
