// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Of which runs a profile is the sum; immutable, for any thread. Totals, lifetimes and ends of
 * several runs add up. Their peaks were at different times, so the sum of them is no peak of
 * anything, and whoever shows it says so.
 */
public final class Runs {
    /** One run, as it was recorded. */
    public static final Runs ONE = new Runs(1, 0, 0, Map.of());

    private static final int SHOWN_NOTES = 20;

    private final long count;
    private final long time;
    private final long withoutLiveness;
    private final Map<String, Long> notes;

    /**
     * @param count how many runs, at least 1
     * @param time how long they took together, in the profile's time unit
     * @param withoutLiveness how many did not watch blocks die
     * @param notes what the agents had to say, and in how many of the runs
     */
    public Runs(long count, long time, long withoutLiveness, Map<String, Long> notes) {
        this.count = Math.max(1, count);
        this.time = time;
        this.withoutLiveness = withoutLiveness;
        this.notes = sorted(notes);
    }

    /** What most runs say comes first; the order does not depend on that of the runs. */
    private static Map<String, Long> sorted(Map<String, Long> notes) {
        List<Map.Entry<String, Long>> entries = new ArrayList<>(notes.entrySet());
        entries.sort(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        Map<String, Long> sorted = new LinkedHashMap<>();
        entries.forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return Collections.unmodifiableMap(sorted);
    }

    public long count() {
        return count;
    }

    /** Whether the profile is merged from more than one run. */
    public boolean several() {
        return count > 1;
    }

    /** How long all of them took together, in the profile's time unit; 0 for one run. */
    public long time() {
        return time;
    }

    /** In how many of them blocks were not watched; 0 for one run. */
    public long withoutLiveness() {
        return withoutLiveness;
    }

    /** What the agents had to say, and in how many runs; empty for one run. */
    public Map<String, Long> notes() {
        return notes;
    }

    /** What a reader must know of the figures of several runs; empty for one run. */
    public String sentence() {
        if (!several()) {
            return "";
        }
        return "merged from " + InWords.count(count) + " runs"
                + (withoutLiveness > 0 ? "" : ": at t-gmax is the sum of their peaks, which were at"
                        + " different times; it may never have been there at once");
    }

    /** What stands behind a figure at t-gmax; empty for one run. */
    public String peakRemark() {
        return several() ? ", the sum of the peaks of " + InWords.count(count) + " runs" : "";
    }

    /** The sentence, and each note with the number of runs that have it; empty for one run. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (several()) {
            lines.add(sentence());
            if (withoutLiveness > 0 && withoutLiveness < count) {
                lines.add("what was there at t-gmax and at t-end is not known: blocks were not"
                        + " watched in " + of(withoutLiveness));
            }
            notes.entrySet().stream().limit(SHOWN_NOTES)
                    .forEach(note -> lines.add(note.getKey() + " (" + of(note.getValue()) + ")"));
            if (notes.size() > SHOWN_NOTES) {
                lines.add("and " + InWords.count(notes.size() - SHOWN_NOTES) + " more notes");
            }
        }
        return lines;
    }

    private String of(long some) {
        return some == count ? "all " + InWords.count(count) + " runs"
                : InWords.count(some) + " of " + InWords.count(count) + " runs";
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Runs)) {
            return false;
        }
        Runs that = (Runs) other;
        return count == that.count && time == that.time
                && withoutLiveness == that.withoutLiveness && notes.equals(that.notes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(count, time);
    }

    @Override
    public String toString() {
        return several() ? sentence() : "one run";
    }
}
