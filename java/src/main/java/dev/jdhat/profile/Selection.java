// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.List;
import java.util.Objects;

/**
 * Which blocks of a recording a profile is made of; immutable. What is left out is left out of
 * every figure, peaks included.
 *
 * <p>Stacks are judged as they were recorded, before anything is left out of them or trimmed, but
 * after the body cut them off.
 */
public final class Selection {
    private static final Selection ALL = new Selection(0, List.of(), List.of(), null, null, true);

    private final int window;
    private final List<String> included;
    private final List<String> excluded;
    private final String bodyClass;
    private final String bodyMethod;
    private final boolean ownWork;

    private Selection(int window, List<String> included, List<String> excluded, String bodyClass,
            String bodyMethod, boolean ownWork) {
        this.window = window;
        this.included = included;
        this.excluded = excluded;
        this.bodyClass = bodyClass;
        this.bodyMethod = bodyMethod;
        this.ownWork = ownWork;
    }

    /** Every block of the recording. */
    public static Selection all() {
        return ALL;
    }

    /**
     * Only blocks that were born in a window; when it is over one thread, only that thread's. The
     * profile knows no moment before its opening, from which its times count, and none after its
     * closing, which is its t-end; while it is open, t-end is the latest clock point.
     */
    public Selection withWindow(int id) {
        if (id <= 0) {
            throw new IllegalArgumentException("A window has a positive id, and " + id
                    + " is none; use Selection.all() for the whole recording.");
        }
        return new Selection(id, included, excluded, bodyClass, bodyMethod, ownWork);
    }

    /**
     * Only blocks with a frame in one of these packages, or in one below it; a class name selects
     * the class and what is nested in it. Nothing is left out when the list is empty.
     */
    public Selection withIncluded(List<String> packagePrefixes) {
        return new Selection(window, List.copyOf(packagePrefixes), excluded, bodyClass, bodyMethod,
                ownWork);
    }

    /** Only blocks with no frame in any of these packages, or in one below it. */
    public Selection withExcluded(List<String> packagePrefixes) {
        return new Selection(window, included, List.copyOf(packagePrefixes), bodyClass, bodyMethod,
                ownWork);
    }

    /**
     * Only blocks that were allocated below a method, whose callers are cut off; of several such
     * frames in a stack the outermost counts. A stack that was cut at the depth limit, or that
     * found no room, may have had the frame: its blocks count.
     */
    public Selection withBody(String className, String methodName) {
        return new Selection(window, included, excluded, Objects.requireNonNull(className),
                Objects.requireNonNull(methodName), ownWork);
    }

    /** Only blocks that neither jdhat nor the JVM, for its compiler, allocated. */
    public Selection withoutOwnWork() {
        return new Selection(window, included, excluded, bodyClass, bodyMethod, false);
    }

    /** Whether it is a window of the recording. */
    boolean hasWindow() {
        return window != 0;
    }

    int window() {
        return window;
    }

    boolean ownWork() {
        return ownWork;
    }

    boolean hasBody() {
        return bodyClass != null;
    }

    /** Whether it depends on what stands in stacks which blocks count. */
    boolean judgesStacks() {
        return hasBody() || !ownWork || !included.isEmpty() || !excluded.isEmpty();
    }

    boolean hasIncluded() {
        return !included.isEmpty();
    }

    /** Whether a class is in what is included by name. */
    boolean includes(String type) {
        return isIn(included, type);
    }

    /** Whether a class is in what is excluded by name. */
    boolean excludes(String type) {
        return isIn(excluded, type);
    }

    boolean isBody(String type, String method) {
        return method.equals(bodyMethod) && type.equals(bodyClass);
    }

    private static boolean isIn(List<String> prefixes, String type) {
        for (String prefix : prefixes) {
            if (type.startsWith(prefix) && endsName(type, prefix.length())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a name of a package or class can end there. */
    private static boolean endsName(String type, int at) {
        return at == type.length() || at > 0 && type.charAt(at - 1) == '.'
                || ".$/+".indexOf(type.charAt(at)) >= 0;
    }
}
