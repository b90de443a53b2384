// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a reader of a profile must know of its figures, in sentences; for formats with comments. */
final class Remarks {
    private Remarks() {
    }

    static List<String> of(Profile profile) {
        ProfileInfo info = profile.info();
        List<String> remarks = new ArrayList<>();
        remarks.add((info.command().isEmpty() ? "An unknown command" : info.command())
                + ", process " + info.pid()
                + (info.version().isEmpty() ? "" : ", recorded by jdhat " + info.version()));
        if (info.sampled() || info.thinned()) {
            remarks.add("Figures are estimates and weighted already. One standard error: "
                    + SampleType.of(profile).stream()
                            .map(type -> type.name() + " " + Math.round(type.error(profile)))
                            .collect(Collectors.joining(", ")) + ".");
        }
        if (info.unit() == Unit.HEAP && !info.lifetimes()) {
            remarks.add("Deaths were not watched: only totals are known.");
        }
        long unknown = unknownSites(profile);
        if (unknown > 0) {
            remarks.add("At " + unknown + " of " + profile.points().size() + " sites no block was"
                    + " watched: their peak and end are not known and count as 0.");
        }
        remarks.addAll(info.notes());
        return remarks;
    }

    /** Sites of which the profile does not know what it knows of others. */
    static long unknownSites(Profile profile) {
        return !profile.info().lifetimes() || profile.info().unit() == Unit.AD_HOC ? 0
                : profile.points().stream().filter(point -> !point.atEnd().known()).count();
    }
}
