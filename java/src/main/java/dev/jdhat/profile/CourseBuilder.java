// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import dev.jdhat.recording.Recording;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Reads from a recording what a profile of it does not hold: how its sums came about over time, and
 * what became of the blocks of its largest program points.
 */
public final class CourseBuilder {
    /** Most buckets of time. */
    private static final int BUCKETS = 60;

    private CourseBuilder() {
    }

    /**
     * Reads the recording twice; needs memory for its sites and clock points, and for at most
     * 300,000 pairs of buckets, never for its rows. Where there are more pairs, the last of the
     * wanted program points have no fate.
     *
     * @param options those that the profile was built with, {@link ProfileOptions#withSites} among
     *     them
     * @param profile what the curve is of: of the recording, or some program points of it
     * @param wanted program points of the profile, the one that matters most first
     * @throws IllegalArgumentException when program points do not tell their sites
     */
    public static Course build(Recording recording, ProfileOptions options, Profile profile,
            List<ProgramPoint> wanted) throws IOException {
        FirstPass first = new FirstPass(options, WindowBounds.of(recording, options.selection()));
        recording.scan(first);
        boolean[] counted = new boolean[first.sites().size()];
        int[] fateOf = new int[counted.length];
        Arrays.fill(fateOf, -1);
        for (ProgramPoint point : profile.points()) {
            for (int id : sites(point)) {
                counted[first.site(id)] = true;
            }
        }
        for (int i = 0; i < wanted.size(); i++) {
            for (int id : sites(wanted.get(i))) {
                fateOf[first.site(id)] = i;
            }
        }
        Timeline timeline = first.timeline();
        Buckets buckets = new Buckets(timeline, first.moments().markEpochs(), BUCKETS);
        CoursePass pass = new CoursePass(first, timeline, buckets, counted, fateOf, wanted.size());
        recording.scan(pass);
        return new Course(pass.curve(profile.info().lifetimes()), buckets.edges(), wanted,
                pass.fates(wanted));
    }

    private static int[] sites(ProgramPoint point) {
        int[] sites = point.sites();
        if (sites.length == 0) {
            throw new IllegalArgumentException("A program point does not tell its sites; build the"
                    + " profile with ProfileOptions.withSites(true).");
        }
        return sites;
    }
}
