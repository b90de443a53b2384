// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.Objects;

/** What a profile is made of; immutable. */
public final class ProfileOptions {
    private static final ProfileOptions DEFAULTS = new ProfileOptions(PeakKind.LIVE, Unit.HEAP,
            Selection.all(), 0, new boolean[Switch.values().length]).with(Switch.TYPE_FRAMES, true);

    private enum Switch {
        TYPE_FRAMES,
        RAW_FRAMES,
        SITES,
        HISTORY
    }

    private final PeakKind peak;
    private final Unit unit;
    private final Selection selection;
    private final int trim;
    private final boolean[] switches;

    private ProfileOptions(PeakKind peak, Unit unit, Selection selection, int trim,
            boolean[] switches) {
        this.peak = peak;
        this.unit = unit;
        this.selection = selection;
        this.trim = trim;
        this.switches = switches;
    }

    /** All heap sites, live peak, class pseudo-frames, folded plumbing, whole stacks. */
    public static ProfileOptions defaults() {
        return DEFAULTS;
    }

    public ProfileOptions withPeak(PeakKind kind) {
        return new ProfileOptions(Objects.requireNonNull(kind), unit, selection, trim, switches);
    }

    public ProfileOptions withTypeFrames(boolean on) {
        return with(Switch.TYPE_FRAMES, on);
    }

    public ProfileOptions withRawFrames(boolean on) {
        return with(Switch.RAW_FRAMES, on);
    }

    public ProfileOptions withUnit(Unit which) {
        return new ProfileOptions(peak, Objects.requireNonNull(which), selection, trim, switches);
    }

    public ProfileOptions withSelection(Selection which) {
        return new ProfileOptions(peak, unit, Objects.requireNonNull(which), trim, switches);
    }

    /** Keeps that many frames of each stack, from the leaf on; 0 keeps them all. */
    public ProfileOptions withTrim(int frames) {
        if (frames < 0) {
            throw new IllegalArgumentException("Stacks cannot be trimmed to " + frames
                    + " frames; give 1 or more, or 0 for no limit.");
        }
        return new ProfileOptions(peak, unit, selection, frames, switches);
    }

    /** Whether program points tell the ids of their sites in the recording. */
    public ProfileOptions withSites(boolean on) {
        return with(Switch.SITES, on);
    }

    /**
     * Whether program points tell what they held after each collection; takes one more pass over
     * the recording.
     */
    public ProfileOptions withHistory(boolean on) {
        return with(Switch.HISTORY, on);
    }

    private ProfileOptions with(Switch which, boolean on) {
        boolean[] changed = switches.clone();
        changed[which.ordinal()] = on;
        return new ProfileOptions(peak, unit, selection, trim, changed);
    }

    private boolean is(Switch which) {
        return switches[which.ordinal()];
    }

    /** Which peak t-gmax is. */
    public PeakKind peak() {
        return peak;
    }

    /** Whether the class of the block is the leaf pseudo-frame. */
    public boolean typeFrames() {
        return is(Switch.TYPE_FRAMES);
    }

    /** Whether lambda, reflection and method-handle plumbing is kept. */
    public boolean rawFrames() {
        return is(Switch.RAW_FRAMES);
    }

    public Unit unit() {
        return unit;
    }

    public Selection selection() {
        return selection;
    }

    /** Frames that are kept of each stack; 0 = all. */
    public int trim() {
        return trim;
    }

    /** Whether program points tell the ids of their sites. */
    public boolean sites() {
        return is(Switch.SITES);
    }

    /** Whether program points tell what they held after each collection. */
    public boolean history() {
        return is(Switch.HISTORY);
    }
}
