// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import dev.jdhat.profile.InWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** "As much as the baseline says"; immutable. */
final class LikeBaseline implements Judge {
    private static final String KIND = "baseline";
    private static final int NAMED = 3;

    private final String name;
    private final double tolerance;
    private final Counted counted;
    private final WindowSpec window;
    private final String command;
    private final boolean update;

    /** Tolerance in percent of the totals; command: how the baseline is made anew. */
    LikeBaseline(String name, double tolerance, Counted counted, WindowSpec window,
            String command, boolean update) {
        this.name = name;
        this.tolerance = tolerance;
        this.counted = counted;
        this.window = window;
        this.command = command;
        this.update = update;
    }

    @Override
    public Quantity quantity() {
        return Quantity.ALLOCATED;
    }

    @Override
    public Verdict judge(String test, Measured measured) {
        List<Spent> sites = Sites.each(counted.of(measured.profile().points(), quantity()),
                point -> point.total()).stream().map(site -> site.per(measured.runs()))
                .collect(Collectors.toList());
        Baseline now = Baseline.of(sites);
        Path file = Places.baselines().resolve(name + ".json");
        try {
            if (update) {
                now.write(file);
            }
            if (!Files.exists(file)) {
                return verdict(now, "none", List.of("jdhat: " + test + " has no baseline "
                        + Places.shown(file), "  to make it: " + command));
            }
            return compare(test, now, Baseline.read(file), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Verdict verdict(Baseline now, String limit, List<String> failure) {
        return new Verdict(KIND, now.bytes(), now.blocks(), limit, failure);
    }

    private Verdict compare(String test, Baseline now, Baseline then, Path file) {
        String limit = Text.figure(then.bytes(), then.blocks());
        List<Spent> changes = now.minus(then);
        boolean alike = tolerance == 0 ? changes.isEmpty()
                : isNear(now.bytes(), then.bytes()) && isNear(now.blocks(), then.blocks());
        if (alike) {
            return verdict(now, limit, List.of());
        }
        List<String> lines = new ArrayList<>();
        lines.add("jdhat: " + test + " allocated " + Text.figure(now.bytes(), now.blocks())
                + counted.restriction() + window.restriction() + "; the baseline "
                + Places.shown(file) + " has " + limit + " ("
                + Text.change(now.bytes() - then.bytes(), "byte") + ")");
        if (then.java() != Runtime.version().feature()) {
            lines.add("  the baseline was made on Java " + then.java() + ", this is Java "
                    + Runtime.version().feature());
        }
        addChanges(changes, lines);
        lines.add("  to accept this: " + command);
        return verdict(now, limit, lines);
    }

    private boolean isNear(long now, long then) {
        return Math.abs(now - then) <= then * tolerance / 100;
    }

    private static void addChanges(List<Spent> changes, List<String> lines) {
        changes.sort(Comparator.comparingLong((Spent site) -> -Math.abs(site.bytes()))
                .thenComparing(Spent::at));
        if (!changes.isEmpty()) {
            lines.add(changes.size() == 1 ? "  the site that differs:"
                    : "  the sites that differ most:");
        }
        for (Spent site : changes.subList(0, Math.min(NAMED, changes.size()))) {
            lines.add("  " + Text.change(site.bytes(), "byte") + ", "
                    + Text.change(site.blocks(), "block") + "  " + site.place());
        }
        if (changes.size() > NAMED) {
            lines.add("  and " + InWords.counted(changes.size() - NAMED, "site") + " more");
        }
    }
}
