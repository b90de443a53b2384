// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.measure;

import java.util.Map;

/**
 * One finished run of a program.
 *
 * @param cpuSeconds user and system time of the whole process, from its start to its end
 * @param peakBytes the most memory of the process that was seen, every 20 ms
 * @param said what the program told of itself
 * @param output all that the program wrote
 */
public record Run(double wallSeconds, double cpuSeconds, double peakBytes,
        Map<String, Double> said, String output, Safepoints safepoints, Recorded recorded) {
    /** A figure that the program told of itself. */
    public double said(String key) {
        Double value = said.get(key);
        if (value == null) {
            throw new IllegalStateException("The program did not say " + key + ": " + output);
        }
        return value;
    }

    /** What the agent counted as its own, of the process's processor time. */
    public double ownShare() {
        return recorded.ownSeconds() / cpuSeconds;
    }

    public double recordedPerHour() {
        return recorded.bytes() / wallSeconds * 3600;
    }
}
