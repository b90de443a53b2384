// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import dev.jdhat.profile.Figure;
import dev.jdhat.profile.InWords;
import dev.jdhat.profile.Peak;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProgramPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** "At most so much"; immutable. */
final class Limit implements Judge {
    private static final Spent NOTHING = new Spent("", "", "", 0, 0);
    private static final Comparator<Spent> MOST_BLOCKS_FIRST =
            Comparator.comparingLong(Spent::blocks).reversed().thenComparing(Sites.LARGEST_FIRST);

    private final Quantity quantity;
    private final long most;
    private final boolean inBlocks;
    private final boolean perSite;
    private final Counted counted;
    private final WindowSpec window;

    private Limit(Quantity quantity, long most, boolean inBlocks, boolean perSite,
            Counted counted, WindowSpec window) {
        this.quantity = quantity;
        this.most = most;
        this.inBlocks = inBlocks;
        this.perSite = perSite;
        this.counted = counted;
        this.window = window;
    }

    static Limit bytes(Quantity quantity, long most, boolean perSite, Counted counted,
            WindowSpec window) {
        return new Limit(quantity, most, false, perSite, counted, window);
    }

    static Limit blocks(Quantity quantity, long most, boolean perSite, Counted counted,
            WindowSpec window) {
        return new Limit(quantity, most, true, perSite, counted, window);
    }

    @Override
    public Quantity quantity() {
        return quantity;
    }

    @Override
    public Verdict judge(String test, Measured measured) {
        List<ProgramPoint> points = counted.of(measured.profile().points(), quantity);
        List<Spent> sites = sites(measured, points);
        long runs = runs(measured);
        Spent total = total(measured.profile(), points, sites);
        boolean over = compared(total) > most * runs;
        Spent figure = total.per(runs);
        return new Verdict(quantity.word() + (inBlocks ? " blocks" : ""), figure.bytes(),
                figure.blocks(), limit(runs),
                over ? failure(test, figure, sites, measured) : List.of());
    }

    private List<Spent> sites(Measured measured, List<ProgramPoint> points) {
        List<Spent> each = quantity == Quantity.LEAKED ? Leaks.of(measured, points)
                : Sites.each(points, quantity == Quantity.ALLOCATED ? ProgramPoint::total
                        : ProgramPoint::atPeak);
        List<Spent> sites = new ArrayList<>(perSite ? each : Sites.merged(each));
        sites.sort(inBlocks ? MOST_BLOCKS_FIRST : Sites.LARGEST_FIRST);
        return sites;
    }

    /** What is compared: the sum, or the largest site. */
    private Spent total(Profile profile, List<ProgramPoint> points, List<Spent> sites) {
        if (perSite) {
            return sites.isEmpty() ? NOTHING : sites.get(0);
        }
        Spent sum = sites.stream().reduce(NOTHING, Spent::plus);
        if (quantity != Quantity.PEAK || sum.blocks() < profile.atPeak().blocks()) {
            return sum;
        }
        return profile.fullLivePeak().or(profile::livePeak).map(Limit::proven).orElse(sum);
    }

    /**
     * At least this was held: where garbage may be in a peak, it is at most 5 % of it, for else the
     * profile would name the full peak too.
     */
    private static Spent proven(Peak peak) {
        Figure figure = peak.figure();
        long doubt = peak.upperBound() ? 20 : Long.MAX_VALUE;
        return new Spent("", "", "", figure.bytes() - figure.bytes() / doubt,
                figure.blocks() - figure.blocks() / doubt);
    }

    /** By which the figures are divided. */
    private long runs(Measured measured) {
        switch (quantity) {
            case ALLOCATED:
                return measured.runs();
            case LEAKED:
                return measured.settles() - 1L;
            default:
                return 1;
        }
    }

    private long compared(Spent spent) {
        return inBlocks ? spent.blocks() : spent.bytes();
    }

    private String limit(long runs) {
        return most == 0 ? "nothing" : (inBlocks ? Text.blocks(most) : Text.bytes(most))
                + (perSite ? " per site" : "") + (runs > 1 ? " per run" : "");
    }

    private List<String> failure(String test, Spent figure, List<Spent> sites,
            Measured measured) {
        long runs = runs(measured);
        List<String> lines = new ArrayList<>();
        lines.add("jdhat: " + test + " " + quantity.past() + " "
                + Text.figure(figure.bytes(), figure.blocks())
                + (quantity == Quantity.PEAK ? " at its peak" : "")
                + (perSite ? " at one site" : "")
                + counted.restriction() + window.restriction()
                + (runs > 1 ? " per run (" + measured.runs() + " runs)" : "") + "; "
                + (most == 0 ? "it must " + quantity.infinitive() + " nothing"
                        : "the limit is " + limit(runs) + " ("
                                + InWords.count(compared(figure) - most) + " over)"));
        lines.addAll(SiteList.of(sites, runs, quantity));
        if (quantity != Quantity.LEAKED
                && counted.leavesOutLinking(measured.profile().points())) {
            lines.add("  classes were loaded meanwhile, and not all that the JVM allocates for that"
                    + " can be told apart; warm up for exact figures");
        }
        return lines;
    }
}
