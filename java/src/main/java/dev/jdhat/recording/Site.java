// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.recording;

/** What everything is counted by: stack, class, size class, interval class, context and unit. */
public final class Site {
    private static final int EXACT_CLASSES = 16;
    private static final int STEPS = 8;
    private static final int LARGEST_SHIFT = 59;

    private final int stack;
    private final int type;
    private final int sizeClass;
    private final int interval;
    private final int context;
    private final boolean adHoc;

    Site(int stack, int type, int sizeClass, int interval, int context, boolean adHoc) {
        this.stack = stack;
        this.type = type;
        this.sizeClass = sizeClass;
        this.interval = interval;
        this.context = context;
        this.adHoc = adHoc;
    }

    public int stack() {
        return stack;
    }

    /** Id of the class, 0 for ad hoc sites. */
    public int type() {
        return type;
    }

    public int sizeClass() {
        return sizeClass;
    }

    /** The least size of a block in its size class, in bytes; eight classes per power of two. */
    public long leastSize() {
        if (sizeClass < EXACT_CLASSES) {
            return sizeClass;
        }
        int shift = (sizeClass - EXACT_CLASSES) / STEPS + 1;
        long step = STEPS + (sizeClass - EXACT_CLASSES) % STEPS;
        return shift > LARGEST_SHIFT ? Long.MAX_VALUE : step << shift;
    }

    public int interval() {
        return interval;
    }

    public int context() {
        return context;
    }

    /** Whether it counts events and units instead of blocks and bytes. */
    public boolean adHoc() {
        return adHoc;
    }
}
