// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.check;

import dev.jdhat.compare.ProfileDiff;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.SortBy;

/** The profiles that are judged, without what is suppressed. For one thread. */
final class Checked {
    private final Profile profile;
    private final Profile baseline;
    /** Once for all limits: to find the sites of one profile in another takes the longest. */
    private ProfileDiff diff;

    /** The baseline may be null. */
    Checked(Profile profile, Profile baseline) {
        this.profile = profile;
        this.baseline = baseline;
    }

    Profile profile() {
        return profile;
    }

    /** With the baseline, by a figure that both have. */
    ProfileDiff diff(SortBy by) {
        diff = diff == null ? ProfileDiff.between(baseline, profile, by) : diff.comparedBy(by);
        return diff;
    }

    boolean bothHave(SortBy by) {
        return by.of(profile).known() && by.of(baseline).known();
    }
}
