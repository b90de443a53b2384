// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

/** What a profile is made of; immutable. */
public final class ProfileOptions {
    private static final ProfileOptions DEFAULTS =
            new ProfileOptions(PeakKind.LIVE, true, false, Unit.HEAP);

    private final PeakKind peak;
    private final boolean typeFrames;
    private final boolean rawFrames;
    private final Unit unit;

    private ProfileOptions(PeakKind peak, boolean typeFrames, boolean rawFrames, Unit unit) {
        this.peak = peak;
        this.typeFrames = typeFrames;
        this.rawFrames = rawFrames;
        this.unit = unit;
    }

    /** Heap sites, live peak, class pseudo-frames, folded plumbing. */
    public static ProfileOptions defaults() {
        return DEFAULTS;
    }

    public ProfileOptions withPeak(PeakKind kind) {
        return new ProfileOptions(kind, typeFrames, rawFrames, unit);
    }

    public ProfileOptions withTypeFrames(boolean on) {
        return new ProfileOptions(peak, on, rawFrames, unit);
    }

    public ProfileOptions withRawFrames(boolean on) {
        return new ProfileOptions(peak, typeFrames, on, unit);
    }

    public ProfileOptions withUnit(Unit which) {
        return new ProfileOptions(peak, typeFrames, rawFrames, which);
    }

    /** Which peak t-gmax is. */
    public PeakKind peak() {
        return peak;
    }

    /** Whether the class of the block is the leaf pseudo-frame. */
    public boolean typeFrames() {
        return typeFrames;
    }

    /** Whether lambda, reflection and method-handle plumbing is kept. */
    public boolean rawFrames() {
        return rawFrames;
    }

    public Unit unit() {
        return unit;
    }
}
