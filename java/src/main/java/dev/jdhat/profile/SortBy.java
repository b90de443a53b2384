// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The figure by which sites are ranked and compared. */
public enum SortBy {
    TOTAL("over the run") {
        @Override
        Figure of(ThreadShare share) {
            return share.total();
        }

        @Override
        public Figure of(ProgramPoint point) {
            return point.total();
        }

        @Override
        public Figure of(Profile profile) {
            return profile.total();
        }
    },
    PEAK("at t-gmax") {
        @Override
        Figure of(ThreadShare share) {
            return share.atPeak();
        }

        @Override
        public Figure of(ProgramPoint point) {
            return point.atPeak();
        }

        @Override
        public Figure of(Profile profile) {
            return profile.atPeak();
        }
    },
    END("at t-end") {
        @Override
        Figure of(ThreadShare share) {
            return share.atEnd();
        }

        @Override
        public Figure of(ProgramPoint point) {
            return point.atEnd();
        }

        @Override
        public Figure of(Profile profile) {
            return profile.atEnd();
        }
    };

    private final String text;

    SortBy(String text) {
        this.text = text;
    }

    public abstract Figure of(ProgramPoint point);

    public abstract Figure of(Profile profile);

    abstract Figure of(ThreadShare share);

    /** As options and files have it: total, peak, end. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** When the figure holds, for a heading. */
    public String text() {
        return text;
    }

    /** The figures that a profile has, in the order in which a reader wants them. */
    public static List<SortBy> of(ProfileInfo info) {
        return info.unit() == Unit.AD_HOC ? List.of(TOTAL) : List.of(values());
    }

    /** The sites with the largest figures, at most {@code count}, and only such as have any. */
    public List<ProgramPoint> largest(Profile profile, int count) {
        return profile.points().stream()
                .filter(point -> of(point).known() && of(point).bytes() > 0)
                .sorted(Comparator.comparingLong((ProgramPoint point) -> of(point).bytes())
                        .reversed())
                .limit(count)
                .collect(Collectors.toList());
    }
}
