// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import dev.jdhat.recording.Recording;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Makes the profile of a recording, and reads from it what a profile does not hold: how its sums
 * came about over time, and what became of the blocks of its largest program points. Both belong to
 * what was in the recording when it was opened. For one thread.
 */
public final class CourseBuilder {
    /** Most buckets of time. */
    private static final int BUCKETS = 60;
    private static final int NO_FATE = -1;

    private final Recording recording;
    private final FirstPass first;
    private final Profile profile;

    private CourseBuilder(Recording recording, FirstPass first, Profile profile) {
        this.recording = recording;
        this.first = first;
        this.profile = profile;
    }

    /** Makes the profile as {@link ProfileBuilder} does; its program points tell their sites. */
    public static CourseBuilder of(Recording recording, ProfileOptions options)
            throws IOException {
        ProfileOptions withSites = options.withSites(true);
        FirstPass first = ProfileBuilder.firstPass(recording, withSites);
        return new CourseBuilder(recording, first,
                ProfileBuilder.build(recording, withSites, first));
    }

    /**
     * What was there over time of a profile that was made before: of the same recording, with the
     * same options and with its sites. Reads the recording twice, which must be open.
     *
     * @param part the profile, or some program points of it
     */
    public static Curve curve(Recording recording, ProfileOptions options, Profile part)
            throws IOException {
        FirstPass first = ProfileBuilder.firstPass(recording, options.withSites(true));
        return new CourseBuilder(recording, first, part).course(part, List.of()).curve();
    }

    public Profile profile() {
        return profile;
    }

    /**
     * Reads the recording once more, which must still be open; needs memory for its sites and clock
     * points, and for at most 300,000 pairs of buckets, never for its rows. Where there are more
     * pairs, the last of the wanted program points have no fate.
     *
     * @param part what the curve is of: the profile, or some program points of it
     * @param wanted program points of it, the one that matters most first
     */
    public Course course(Profile part, List<ProgramPoint> wanted) throws IOException {
        boolean[] counted = new boolean[first.sites().size()];
        int[] fateOf = new int[counted.length];
        Arrays.fill(fateOf, NO_FATE);
        for (ProgramPoint point : part.points()) {
            for (int id : point.sites()) {
                counted[first.site(id)] = true;
            }
        }
        for (int i = 0; i < wanted.size(); i++) {
            for (int id : wanted.get(i).sites()) {
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
}
