// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import dev.jdhat.recording.ClockPoint;
import dev.jdhat.recording.Recording;
import dev.jdhat.recording.RecordingVisitor;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * The epochs of a window: those after the opening one, up to and with the closing one. The whole
 * recording is a window over all threads that was open before its first epoch.
 */
final class WindowBounds {
    static final WindowBounds WHOLE = new WindowBounds(0, Long.MAX_VALUE, 0);

    private final long opening;
    private final long closing;
    private final int scope;

    /** Closing: the largest number while it is open; scope: 0 over all threads. */
    WindowBounds(long opening, long closing, int scope) {
        this.opening = opening;
        this.closing = closing;
        this.scope = scope;
    }

    /** Finds the window of a selection; skips all rows on the way. */
    static WindowBounds of(Recording recording, Selection selection) throws IOException {
        if (!selection.hasWindow()) {
            return WHOLE;
        }
        Finder finder = new Finder();
        recording.scan(finder);
        WindowBounds found = finder.windows.get(selection.window());
        if (found == null) {
            throw new IllegalArgumentException(recording.file() + " has no window "
                    + selection.window() + "; " + (finder.windows.isEmpty()
                            ? "there is none in it." : "it has " + finder.windows.keySet() + "."));
        }
        return found;
    }

    boolean isWhole() {
        return this == WHOLE;
    }

    boolean closed() {
        return closing != Long.MAX_VALUE;
    }

    /** Whether blocks born in the epoch are the window's. */
    boolean holds(long birth) {
        return birth > opening && birth <= closing;
    }

    /** Whether the live figure of a clock point can have blocks of the window in it. */
    boolean isExaminedAt(ClockPoint point) {
        return isWhole() || point.liveLimit() > opening;
    }

    /** The epoch that the opening clock point closed; 0 for the whole recording. */
    long opening() {
        return opening;
    }

    long closing() {
        return closing;
    }

    /** The scope of its thread's blocks; 0 when it is over all threads. */
    int scope() {
        return scope;
    }

    private static final class Finder implements RecordingVisitor {
        private final Map<Integer, WindowBounds> windows = new TreeMap<>();

        @Override
        public boolean rows(long now) {
            return false;
        }

        @Override
        public void window(int id, int scope, long opening, long closing, boolean allThreads) {
            windows.put(id, new WindowBounds(opening, closing == 0 ? Long.MAX_VALUE : closing,
                    allThreads ? 0 : scope));
        }
    }
}
