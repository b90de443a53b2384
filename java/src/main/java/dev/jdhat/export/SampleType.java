// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.SortBy;
import dev.jdhat.profile.Unit;
import java.util.ArrayList;
import java.util.List;

/** One of the numbers of a site, for formats that have several; named as their readers know it. */
final class SampleType {
    private final SortBy by;
    private final boolean bytes;
    private final String name;
    private final String unit;

    private SampleType(SortBy by, boolean bytes, ProfileInfo info) {
        this.by = by;
        this.bytes = bytes;
        String thing = bytes ? info.bytesName() : info.blocksName();
        if (isAllocation(info)) {
            name = prefix(by) + (bytes ? "_space" : "_objects");
        } else {
            name = word((by == SortBy.TOTAL ? "" : by.word() + "_") + thing);
        }
        unit = bytes ? thing : "count";
    }

    /** Those that the profile knows, blocks before bytes. */
    static List<SampleType> of(Profile profile) {
        List<SampleType> types = new ArrayList<>();
        for (SortBy by : SortBy.of(profile.info())) {
            if (by.of(profile).known()) {
                types.add(new SampleType(by, false, profile.info()));
                types.add(new SampleType(by, true, profile.info()));
            }
        }
        return types;
    }

    /** Whether the blocks are such as a heap has, and not events, or copies of them. */
    static boolean isAllocation(ProfileInfo info) {
        return info.unit() == Unit.HEAP && info.verb().equals("Allocated");
    }

    /** The words of Go's heap profiles, which all tools know. */
    private static String prefix(SortBy by) {
        switch (by) {
            case TOTAL: return "alloc";
            case END: return "inuse";
            default: return by.word();
        }
    }

    /** On a command line the name is one word. */
    private static String word(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", "_");
    }

    SortBy by() {
        return by;
    }

    /** Whether it is bytes, or what stands for them, rather than blocks. */
    boolean isBytes() {
        return bytes;
    }

    String name() {
        return name;
    }

    String unit() {
        return unit;
    }

    /** The value of a site; 0 where it is not known. */
    long of(ProgramPoint point) {
        Figure figure = by.of(point);
        return bytes ? figure.bytes() : figure.blocks();
    }

    /** One standard error of the value of a site. */
    double error(ProgramPoint point) {
        return error(by.of(point));
    }

    /** One standard error of the sum over all sites. */
    double error(Profile profile) {
        return error(by.of(profile));
    }

    private double error(Figure figure) {
        return bytes ? figure.bytesError() : figure.blocksError();
    }
}
