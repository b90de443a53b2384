// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import dev.jdhat.profile.History.Clock;
import dev.jdhat.profile.History.Row;
import dev.jdhat.profile.History.SiteFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** Every figure of a profile by its definition, from the list of all rows; slow and plain. */
final class NaiveModel {
    private static final double EQUAL = 1e-12;
    private static final double EQUAL_BYTES = 1e-3;

    private final History history;

    NaiveModel(History history) {
        this.history = history;
    }

    /** Bytes, blocks and their variances. */
    static final class Amount {
        double bytes;
        double blocks;
        double bytesVariance;
        double blocksVariance;
    }

    private double meanSize(int site) {
        double blocks = 0;
        double bytes = 0;
        for (Row row : history.rows) {
            if (row.site == site && row.kind != History.DIED) {
                blocks += row.blocks;
                bytes += row.bytes;
            }
        }
        return bytes / blocks;
    }

    private double seen(int site) {
        SiteFacts facts = history.sites.get(site);
        return facts.lambda == 0 ? 1 : 1 - Math.exp(-meanSize(site) / facts.lambda);
    }

    private Amount sum(IntPredicate sites, Predicate<Row> rows, boolean live) {
        Amount sum = new Amount();
        for (Row row : history.rows) {
            if (sites.test(row.site) && rows.test(row)) {
                double q = seen(row.site);
                q = live ? q / (1 << history.sites.get(row.site).k) : q;
                int sign = row.kind == History.DIED ? -1 : 1;
                double variance = sign * row.blocks * (1 - q) / (q * q);
                sum.bytes += sign * row.bytes / q;
                sum.blocks += sign * row.blocks / q;
                sum.blocksVariance += variance;
                sum.bytesVariance += variance * Math.pow(meanSize(row.site), 2);
            }
        }
        return sum;
    }

    Amount total(IntPredicate sites) {
        return sum(sites, row -> row.kind != History.DIED, false);
    }

    /** Tracked blocks that some rows tell of, and less those found dead. */
    Amount tracked(IntPredicate sites, Predicate<Row> rows) {
        return sum(sites, rows.and(row -> row.kind != History.UNTRACKED), true);
    }

    /** All blocks that some rows tell of, whether they died or not. */
    Amount allocated(Predicate<Row> rows) {
        return sum(site -> true, rows.and(row -> row.kind != History.DIED), false);
    }

    private boolean anyLive() {
        return history.clocks.stream().anyMatch(clock -> clock.is(History.LIVE));
    }

    /** Points that a kind looks at; without any, the end of the file is one. */
    List<Integer> points(PeakKind kind) {
        List<Integer> points = new ArrayList<>();
        for (int i = 0; i < history.clocks.size(); i++) {
            boolean last = i == history.clocks.size() - 1;
            if (kind == PeakKind.OCCUPIED || history.clocks.get(i).is(History.LIVE)
                    || !anyLive() && last) {
                points.add(i);
            }
        }
        if (points.isEmpty()) {
            points.add(0);
        }
        return points;
    }

    Amount at(PeakKind kind, int point, IntPredicate sites) {
        if (history.clocks.isEmpty()) {
            return sum(sites, row -> row.kind == History.TRACKED, true);
        }
        Clock clock = history.clocks.get(point);
        if (kind == PeakKind.LIVE && anyLive()) {
            return sum(sites, row -> row.birth <= clock.limit && (row.kind == History.TRACKED
                    || row.kind == History.DIED && row.before <= point), true);
        }
        boolean deaths = kind == PeakKind.OCCUPIED;
        return sum(sites, row -> row.birth <= clock.last && (row.kind == History.TRACKED
                || deaths && row.kind == History.DIED && row.before < point), true);
    }

    /** The point of the largest weighted bytes, the latest of equal ones. */
    int largest(PeakKind kind, IntPredicate sites, IntPredicate points) {
        int best = -1;
        double most = 0;
        for (int point : points(kind)) {
            if (points.test(point)) {
                double bytes = at(kind, point, sites).bytes;
                if (best < 0 || bytes >= most - Math.abs(most) * EQUAL - EQUAL_BYTES) {
                    best = point;
                    most = bytes;
                }
            }
        }
        return best;
    }

    private int finalPoint() {
        int last = Integer.MAX_VALUE;
        for (int i = 0; i < history.clocks.size(); i++) {
            last = history.clocks.get(i).is(History.FINAL) ? i : last;
        }
        return last;
    }

    private boolean inEnd(Row row) {
        int at = finalPoint();
        if (at == Integer.MAX_VALUE) {
            return row.kind != History.UNTRACKED;
        }
        Clock clock = history.clocks.get(at);
        long limit = clock.is(History.LIVE) ? clock.limit : clock.last;
        return row.birth <= limit && (row.kind == History.TRACKED
                || row.kind == History.DIED && row.before <= at);
    }

    Amount atEnd(IntPredicate sites) {
        return sum(sites, this::inEnd, true);
    }

    /** What was born after an epoch. */
    Amount bornSince(long epoch, IntPredicate sites) {
        return sum(sites, row -> row.birth > epoch && row.kind != History.DIED, false);
    }

    /** What of it is alive at the end. */
    Amount aliveSince(long epoch, IntPredicate sites) {
        return sum(sites, row -> row.birth > epoch && inEnd(row), true);
    }

    private int closing(long birth) {
        for (int i = 0; i < history.clocks.size(); i++) {
            if (history.clocks.get(i).last >= birth) {
                return i;
            }
        }
        return history.clocks.size();
    }

    private double time(int point) {
        return point < 0 ? 0 : point < history.clocks.size() ? history.clocks.get(point).time
                : history.end;
    }

    private int firstExamined(long birth) {
        for (int i = 0; i < history.clocks.size(); i++) {
            if (history.clocks.get(i).is(History.LIVE) && history.clocks.get(i).limit >= birth) {
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }

    private int age(long birth, int point) {
        int age = 0;
        for (int i = firstExamined(birth); i <= point && i < history.clocks.size(); i++) {
            age += history.clocks.get(i).is(History.LIVE) ? 1 : 0;
        }
        return age;
    }

    /** Lifetime, its upper bound, temporary blocks: sums over all blocks of the sites. */
    double[] lives(IntPredicate sites) {
        double[] sums = new double[3];
        double known = 0;
        for (int site = 0; site < history.sites.size(); site++) {
            int each = site;
            double tracked = blocks(site, row -> row.kind == History.TRACKED);
            if (!sites.test(site) || tracked == 0) {
                continue;
            }
            double all = total(s -> s == each).blocks;
            known += all;
            for (Row row : history.rows) {
                if (row.site == site && row.kind != History.UNTRACKED) {
                    double weighted = row.blocks * all / tracked;
                    addLife(sums, row, row.kind == History.DIED ? weighted : 0);
                    addAlive(sums, row, row.kind == History.DIED ? -weighted : weighted);
                }
            }
        }
        double factor = known == 0 ? 0 : total(sites).blocks / known;
        return new double[] {sums[0] * factor, sums[1] * factor, sums[2] * factor};
    }

    private void addLife(double[] sums, Row row, double blocks) {
        int closing = closing(row.birth);
        double middle = (time(closing - 1) + time(closing)) / 2;
        double lived = Math.max(0, time(row.before) - middle);
        boolean temporary = row.before <= firstExamined(row.birth);
        sums[0] += blocks * (temporary ? lived / 2 : lived);
        sums[1] += blocks * Math.max(0, time(row.before) - time(closing - 1));
        sums[2] += temporary ? blocks : 0;
    }

    private void addAlive(double[] sums, Row row, double blocks) {
        int closing = closing(row.birth);
        sums[0] += blocks * (history.end - (time(closing - 1) + time(closing)) / 2);
        sums[1] += blocks * (history.end - time(closing - 1));
    }

    private double blocks(int site, Predicate<Row> rows) {
        return history.rows.stream().filter(row -> row.site == site && rows.test(row))
                .mapToLong(row -> row.blocks).sum();
    }

    boolean known(IntPredicate sites) {
        return history.rows.stream()
                .anyMatch(row -> sites.test(row.site) && row.kind == History.TRACKED);
    }

    /** Least and greatest age at death, or null. */
    long[] deathAges(IntPredicate sites) {
        long[] ages = history.rows.stream()
                .filter(row -> sites.test(row.site) && row.kind == History.DIED)
                .mapToLong(row -> Math.max(1, age(row.birth, row.before))).sorted().toArray();
        return ages.length == 0 ? null : new long[] {ages[0], ages[ages.length - 1]};
    }

    /** Least and greatest age of what is alive at the end, or null. */
    long[] survivorAges(IntPredicate sites) {
        int end = Math.min(finalPoint(), history.clocks.size());
        long[] ages = history.rows.stream()
                .filter(row -> sites.test(row.site) && row.kind == History.TRACKED && inEnd(row))
                .filter(row -> history.rows.stream().filter(other -> other.birth == row.birth
                        && sites.test(other.site) && sites.test(row.site) && inEnd(other))
                        .mapToLong(other -> other.kind == History.DIED ? -other.blocks
                                : other.blocks).sum() > 0)
                .mapToLong(row -> rounded(age(row.birth, end))).sorted().toArray();
        return ages.length == 0 ? null : new long[] {ages[0], ages[ages.length - 1]};
    }

    private static long rounded(int age) {
        return Lives.floor(Lives.step(age));
    }

    int samples(IntPredicate sites) {
        return history.rows.stream()
                .filter(row -> sites.test(row.site) && row.kind != History.DIED)
                .mapToInt(row -> (int) row.blocks).sum();
    }
}
