// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.report;

import dev.jdhat.profile.ProfileBuilder;
import dev.jdhat.profile.Unit;
import dev.jdhat.recording.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Which profiles are made of a recording and what their files are called. One DHAT file holds one
 * unit, so a recording of blocks and ad hoc events makes two.
 */
public final class ReportPlaces {
    private static final String OPTION = "record=";
    private static final Map<String, Set<Unit>> ASKED_FOR = Map.of(
            "heap", EnumSet.of(Unit.HEAP),
            "ad-hoc", EnumSet.of(Unit.AD_HOC),
            "both", EnumSet.allOf(Unit.class));

    private ReportPlaces() {
    }

    /**
     * The units that a recording counts, the heap first: those that its session was told to record,
     * also when nothing came of them, and any other that something was counted in.
     */
    public static Set<Unit> units(Recording recording) throws IOException {
        Set<Unit> units = ProfileBuilder.units(recording);
        // A comma behind a backslash is part of a value.
        for (String option : recording.session().options().split("(?<!\\\\)[,\r\n]")) {
            if (option.startsWith(OPTION)) {
                units.addAll(ASKED_FOR.getOrDefault(option.substring(OPTION.length()), Set.of()));
            }
        }
        if (units.isEmpty()) {
            units.add(Unit.HEAP);
        }
        return units;
    }

    /** The file's name where the user gave none: {@code dhat-heap.json}, if the heap counts. */
    public static String defaultName(Set<Unit> units) {
        return units.contains(Unit.HEAP) ? "dhat-heap.json" : "dhat-ad-hoc.json";
    }

    /**
     * Where the profile of a unit goes.
     *
     * @param report the place that was given, or the default one: where the first of the units goes
     * @param units all units of the recording
     */
    public static Path place(Path report, Unit unit, Set<Unit> units) {
        boolean second = unit == Unit.AD_HOC && units.contains(Unit.HEAP);
        return second ? adHocBeside(report) : report;
    }

    private static Path adHocBeside(Path report) {
        String name = report.getFileName().toString();
        if (name.contains("heap")) {
            return report.resolveSibling(name.replace("heap", "ad-hoc"));
        }
        int dot = name.lastIndexOf('.');
        int at = dot > 0 ? dot : name.length();
        return report.resolveSibling(name.substring(0, at) + "-ad-hoc" + name.substring(at));
    }
}
