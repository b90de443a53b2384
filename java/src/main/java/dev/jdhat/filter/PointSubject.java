// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.filter;

import dev.jdhat.profile.Figure;
import dev.jdhat.profile.ProgramPoint;
import java.util.List;

/** A site of one profile; immutable. */
public final class PointSubject implements Subject {
    private final ProgramPoint point;

    public PointSubject(ProgramPoint point) {
        this.point = point;
    }

    @Override
    public List<String> stack() {
        return point.stack();
    }

    @Override
    public String type() {
        return point.type();
    }

    @Override
    public double value(Measure measure) {
        switch (measure) {
            case TOTAL:
                return bytes(point.total());
            case TOTAL_BLOCKS:
                return blocks(point.total());
            case PEAK:
                return bytes(point.atPeak());
            case PEAK_BLOCKS:
                return blocks(point.atPeak());
            case END:
                return bytes(point.atEnd());
            case END_BLOCKS:
                return blocks(point.atEnd());
            case MAX:
                return bytes(point.max());
            case MAX_BLOCKS:
                return blocks(point.max());
            case SIZE:
                return bytes(point.total()) / blocks(point.total());
            case LIFETIME:
                return point.atEnd().known() ? point.lifetime() / blocks(point.total())
                        : Double.NaN;
            case AGE:
                return point.survivorAges() == null ? Double.NaN : point.survivorAges().greatest();
            case TEMPORARY:
                return point.atEnd().known()
                        ? 100.0 * point.temporaryBlocks() / blocks(point.total()) : Double.NaN;
            default:
                throw new AssertionError(measure);
        }
    }

    private static double bytes(Figure figure) {
        return figure.known() ? figure.bytes() : Double.NaN;
    }

    private static double blocks(Figure figure) {
        return figure.known() ? figure.blocks() : Double.NaN;
    }

    @Override
    public double valueBefore(Measure measure) {
        return Double.NaN;
    }

    @Override
    public boolean is(State state) {
        return false;
    }

    @Override
    public boolean compares() {
        return false;
    }
}
