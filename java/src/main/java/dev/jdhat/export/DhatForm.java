// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.Unit;

/** What readers of DHAT files want differently. This is what Valgrind's viewer wants. */
class DhatForm {
    String command(ProfileInfo info) {
        return info.command();
    }

    /**
     * Whether peaks and ends that are not known are written, as 0: the Firefox Profiler draws
     * nothing of a file in which it misses them.
     */
    boolean zeros(ProfileInfo info) {
        return info.unit() == Unit.AD_HOC;
    }

    /** A frame's index is the address that viewers expect in front of its text. */
    String frame(int index, String text) {
        return "0x" + Integer.toHexString(index) + ": " + text;
    }
}
