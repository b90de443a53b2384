// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.part;

/**
 * A figure beside what it should be.
 *
 * @param bound the target in words
 * @param isTruth whether it is about the figures of a profile, which no machine and no short form
 *     excuses, and not about time or memory
 */
public record Target(String what, double figure, String bound, boolean met, boolean isTruth) {
    static Target atMost(String what, double figure, double limit, String unit) {
        return new Target(what, figure, "≤ " + number(limit) + unit, figure <= limit, false);
    }

    static Target atLeast(String what, double figure, double limit, String unit) {
        return new Target(what, figure, "≥ " + number(limit) + unit, figure >= limit, false);
    }

    static Target truthAtMost(String what, double figure, double limit, String unit) {
        return new Target(what, figure, "≤ " + number(limit) + unit, figure <= limit, true);
    }

    private static String number(double limit) {
        return limit == Math.rint(limit) ? Long.toString((long) limit) : Double.toString(limit);
    }
}
