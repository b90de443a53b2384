// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.harness;

import dev.jdhat.profile.Figure;
import dev.jdhat.profile.ProgramPoint;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Assertions;

/** Some of a profile's program points, and their sums. */
public final class Points {
    private static final String PROGRAMS = "dev.jdhat.tests.programs.";

    private final List<ProgramPoint> points;
    private final String what;

    Points(List<ProgramPoint> points) {
        this(points, "all");
    }

    private Points(List<ProgramPoint> points, String what) {
        this.points = points;
        this.what = what;
    }

    /** Those whose stack has the method of a test program, as `Ways.array`. */
    public Points through(String method) {
        return only(" through " + method, point -> isOn(point, method));
    }

    /** Those whose stack has a frame that begins so. */
    public Points throughFrame(String start) {
        return only(" through " + start,
                point -> point.frames().stream().anyMatch(frame -> frame.startsWith(start)));
    }

    /** Those whose stack does not have it. */
    public Points notThrough(String method) {
        return only(" not through " + method, point -> !isOn(point, method));
    }

    /**
     * Those that allocate the class, as Java writes its name; test programs' without the package.
     */
    public Points of(String name) {
        return only(" of " + name, point -> isOf(point, name));
    }

    /** Those that allocate a class whose name begins so. */
    public Points ofClassesLike(String start) {
        return only(" of classes like " + start,
                point -> point.allocatedClass().startsWith(PROGRAMS + start));
    }

    public Sum total() {
        return sum(" in total", ProgramPoint::total);
    }

    public Sum atPeak() {
        return sum(" at the peak", ProgramPoint::atPeak);
    }

    public Sum atEnd() {
        return sum(" at the end", ProgramPoint::atEnd);
    }

    /** The largest of the program points' own maxima. */
    public double maxBytes() {
        return points.stream().mapToDouble(point -> point.max().bytes()).max().orElse(0);
    }

    public int count() {
        return points.size();
    }

    public List<ProgramPoint> list() {
        return points;
    }

    private static boolean isOn(ProgramPoint point, String method) {
        String start = PROGRAMS + method + " (";
        return point.frames().stream().anyMatch(frame -> frame.startsWith(start));
    }

    private static boolean isOf(ProgramPoint point, String name) {
        String allocated = point.allocatedClass();
        return allocated.equals(name) || allocated.equals(PROGRAMS + name);
    }

    private Points only(String words, Predicate<ProgramPoint> condition) {
        return new Points(points.stream().filter(condition).toList(), what + words);
    }

    private Sum sum(String words, Function<ProgramPoint, Figure> figure) {
        double bytes = 0;
        double blocks = 0;
        double bytesVariance = 0;
        double blocksVariance = 0;
        for (ProgramPoint point : points) {
            Figure one = figure.apply(point);
            bytes += one.bytes();
            blocks += one.blocks();
            bytesVariance += one.bytesError() * one.bytesError();
            blocksVariance += one.blocksError() * one.blocksError();
        }
        return new Sum(what + words, bytes, blocks,
                Math.sqrt(bytesVariance), Math.sqrt(blocksVariance));
    }

    /** What was counted, with what a test may say about it. */
    public record Sum(
            String what, double bytes, double blocks, double bytesError, double blocksError) {
        /** Fails unless blocks and bytes are exactly these. */
        public void is(long blocks, long bytes) {
            Assertions.assertEquals(
                    blocks + " blocks, " + bytes + " bytes",
                    Math.round(this.blocks) + " blocks, " + Math.round(this.bytes) + " bytes",
                    what);
        }

        /**
         * Fails unless both estimates lie within so many of their own standard errors of the
         * truth.
         */
        public void isWithin(int errors, long blocks, long bytes) {
            near(errors, blocks, this.blocks, blocksError, "blocks");
            near(errors, bytes, this.bytes, bytesError, "bytes");
        }

        private void near(int errors, long truth, double estimate, double error, String unit) {
            String message = String.format("%s: %.0f %s, standard error %.0f, in truth %d",
                    what, estimate, unit, error, truth);
            // Where every block is seen the error is 0; half a unit is what rounding may take.
            boolean isNear = Math.abs(estimate - truth) <= Math.max(errors * error, 0.5);
            Assertions.assertTrue(isNear, message);
        }
    }
}
