// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat;

import java.util.HashMap;
import java.util.Map;

/** What the agent answers to a heap walk. */
final class SoftlyHeld {
    private SoftlyHeld() {
    }

    /**
     * Blocks and bytes by site.
     *
     * @throws IllegalStateException when there were more sites than an answer holds: part of the
     *         truth would be wrong
     */
    static Map<Integer, long[]> bySite(Map<String, String> reply) {
        String leftOut = reply.getOrDefault("soft_left_out", "0");
        if (!leftOut.equals("0")) {
            throw new IllegalStateException("Blocks of " + leftOut + " sites more than the agent's"
                    + " answer holds are held only softly; let the work make less between two"
                    + " settle points.");
        }
        Map<Integer, long[]> found = new HashMap<>();
        for (String entry : reply.getOrDefault("soft", "").split(";")) {
            String[] parts = entry.split(":");
            if (parts.length == 3) {
                found.put(Integer.valueOf(parts[0]),
                        new long[] {Long.parseLong(parts[1]), Long.parseLong(parts[2])});
            }
        }
        return found;
    }
}
