// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.compare;

import dev.jdhat.filter.Filter;
import dev.jdhat.filter.State;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.SortBy;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a later profile has more, and less, than an earlier one; immutable. Sites are paired when
 * somebody asks for them first: the sums of the two profiles need not wait for it.
 */
public final class ProfileDiff {
    private final Profile before;
    private final Profile after;
    private final SortBy by;
    private final Later<List<Pair>> pairs;
    private final Later<List<SiteDiff>> sites;

    private ProfileDiff(Profile before, Profile after, SortBy by, Later<List<Pair>> pairs) {
        this.before = before;
        this.after = after;
        this.by = by;
        this.pairs = pairs;
        sites = new Later<>(() -> pairs.get().stream()
                .map(pair -> new SiteDiff(pair, this))
                .sorted((one, other) ->
                        Difference.largestFirst(one.difference(), other.difference()))
                .collect(Collectors.toUnmodifiableList()));
    }

    private ProfileDiff(ProfileDiff whole, Filter filter) {
        by = whole.by;
        List<SiteDiff> accepted = whole.sites().stream().filter(filter::accepts)
                .collect(Collectors.toUnmodifiableList());
        sites = new Later<>(() -> accepted);
        pairs = new Later<>(() -> accepted.stream().map(SiteDiff::pair)
                .collect(Collectors.toList()));
        before = only(whole.before, SiteDiff::before);
        after = only(whole.after, SiteDiff::after);
    }

    private Profile only(Profile profile, Function<SiteDiff, Optional<ProgramPoint>> side) {
        Set<ProgramPoint> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        sites().forEach(site -> side.apply(site).ifPresent(kept::add));
        return profile.keeping(kept::contains);
    }

    /**
     * Compares two profiles; {@code by} decides what became of a site, and their order.
     *
     * @throws IllegalArgumentException when they count different things, or when one of them does
     *     not have the figure
     */
    public static ProfileDiff between(Profile before, Profile after, SortBy by) {
        if (!before.info().mode().equals(after.info().mode())) {
            throw new IllegalArgumentException("The earlier profile is of mode "
                    + before.info().mode() + " and the later one of mode " + after.info().mode()
                    + "; only profiles of one mode can be compared.");
        }
        check("earlier", before, by);
        check("later", after, by);
        return new ProfileDiff(before, after, by,
                new Later<>(() -> Pairing.of(before.points(), after.points())));
    }

    /**
     * The same two profiles by another figure.
     *
     * @throws IllegalArgumentException when one of them does not have it
     */
    public ProfileDiff comparedBy(SortBy figure) {
        check("earlier", before, figure);
        check("later", after, figure);
        return figure == by ? this : new ProfileDiff(before, after, figure, pairs);
    }

    private static void check(String which, Profile profile, SortBy by) {
        if (!by.of(profile).known()) {
            throw new IllegalArgumentException("The " + which + " profile does not have what was"
                    + " there " + by.text() + "; compare what was allocated over the run.");
        }
    }

    /** The sites that an expression accepts, and the sums of these. */
    public ProfileDiff keeping(Filter filter) {
        return filter == Filter.ALL ? this : new ProfileDiff(this, filter);
    }

    public Profile before() {
        return before;
    }

    public Profile after() {
        return after;
    }

    /** The figure that decides what became of a site. */
    public SortBy by() {
        return by;
    }

    /** Every site of the two profiles, the largest difference first. */
    public List<SiteDiff> sites() {
        return sites.get();
    }

    /** How many sites are in each state; a state that none is in has 0. */
    public Map<State, Integer> counts() {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        for (State state : State.values()) {
            counts.put(state, 0);
        }
        sites().forEach(site -> counts.merge(site.state(), 1, Integer::sum));
        return counts;
    }

    /** A figure of the whole profiles before and after. */
    public Difference of(SortBy figure) {
        return Difference.of(figure.of(before), intervalBefore(), figure.of(after),
                intervalAfter());
    }

    long intervalBefore() {
        return interval(before.info());
    }

    long intervalAfter() {
        return interval(after.info());
    }

    private static long interval(ProfileInfo info) {
        return info.sampled() ? info.sampling().greatest() : 0;
    }
}
