// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import dev.jdhat.recording.StackFlags;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which stacks count, and which of their frames are shown. */
final class Stacks {
    private static final int LEFT_OUT = -1;
    private static final String OTHER_STACKS = "[other stacks]";
    private static final String OWN_WORK = "[jdhat]";
    private static final String NO_FRAMES = "[no Java frames]";
    private static final String BY_THE_VM = "[JVM]";

    private final ProfileOptions options;
    private final Selection selection;
    private final boolean adHoc;
    private final Frames frames;
    private final IdMap methodIds = new IdMap();
    private final List<Method> methods = new ArrayList<>();

    Stacks(ProfileOptions options, Frames frames) {
        this.options = options;
        this.frames = frames;
        selection = options.selection();
        adHoc = options.unit() == Unit.AD_HOC;
    }

    void method(int id, String type, String name, String file, boolean isNative) {
        methodIds.add(id);
        methods.add(new Method(type, name, file, isNative, selection));
    }

    /** Frames that are shown of a stack, leaf first, or null when its blocks do not count. */
    int[] shown(StackFlags flags, int[] ids, int[] lines) {
        Method[] stack = new Method[ids.length];
        for (int i = 0; i < ids.length; i++) {
            int number = methodIds.get(ids[i]);
            stack[i] = number < 0 ? null : methods.get(number);
        }
        int end = selection.hasBody() ? body(stack) : stack.length;
        if (end < 0) {
            end = flags.cut() || flags.other() ? stack.length : LEFT_OUT;
        }
        boolean own = end > 0 && !adHoc && isOwnWork(stack, end);
        boolean left = (own || flags.vm()) && !selection.ownWork();
        if (end < 0 || left || !isSelected(stack, end)) {
            return null;
        }
        int[] found = own ? new int[] {frames.index(OWN_WORK)} : frames(stack, lines, end);
        if (flags.vm() && !own) {
            found = underVm(found);
        }
        if (found.length == 0) {
            return new int[] {frames.index(flags.other() ? OTHER_STACKS : NO_FRAMES)};
        }
        int[] folded = Folding.withoutRecursion(found);
        int trim = options.trim();
        return trim > 0 && trim < folded.length ? Arrays.copyOf(folded, trim) : folded;
    }

    /** What the VM makes on a thread's behalf must not look like the program's own. */
    private int[] underVm(int[] program) {
        int[] all = new int[program.length + 1];
        all[0] = frames.index(BY_THE_VM);
        System.arraycopy(program, 0, all, 1, program.length);
        return all;
    }

    /** What is shown where no stack is known, or null when such blocks do not count. */
    int[] unknown() {
        return shown(StackFlags.NONE, new int[0], new int[0]);
    }

    /** Number of frames up to and with the outermost one of the body, or −1. */
    private static int body(Method[] stack) {
        for (int i = stack.length - 1; i >= 0; i--) {
            if (stack[i] != null && stack[i].body) {
                return i + 1;
            }
        }
        return LEFT_OUT;
    }

    private boolean isSelected(Method[] stack, int end) {
        boolean included = !selection.hasIncluded();
        for (int i = 0; i < end; i++) {
            if (stack[i] != null && stack[i].excluded) {
                return false;
            }
            included |= stack[i] != null && stack[i].included;
        }
        return included;
    }

    /**
     * Whether this library allocated: it is not called back, but for its test support, which
     * allocates where nothing but the JDK stands between it and the leaf.
     */
    private static boolean isOwnWork(Method[] stack, int end) {
        boolean onlyPlatform = true;
        for (int i = 0; i < end; i++) {
            if (stack[i] != null && (stack[i].ownWork || onlyPlatform && stack[i].testSupport)) {
                return true;
            }
            onlyPlatform &= stack[i] == null || stack[i].platform;
        }
        return false;
    }

    /** Plumbing is shown when it is all there is. */
    private int[] frames(Method[] stack, int[] lines, int end) {
        int from = 0;
        while (adHoc && from < end && stack[from] != null
                && (stack[from].ownWork || stack[from].testSupport)) {
            from++;
        }
        int[] shown = frames(stack, lines, from, end, !options.rawFrames());
        return shown.length > 0 ? shown : frames(stack, lines, from, end, false);
    }

    private int[] frames(Method[] stack, int[] lines, int from, int end, boolean fold) {
        int[] found = new int[end - from];
        int n = 0;
        for (int i = from; i < end; i++) {
            int frame = stack[i] == null ? LEFT_OUT : frame(stack[i], lines[i], fold);
            if (frame != LEFT_OUT) {
                found[n++] = frame;
            }
        }
        return Arrays.copyOf(found, n);
    }

    private int frame(Method method, int line, boolean fold) {
        if (method.testSupport || fold && method.plumbing) {
            return LEFT_OUT;
        }
        Integer known = method.frames.get(line);
        if (known == null) {
            String type = options.rawFrames() ? method.type : Folding.folded(method.type);
            known = frames.index(
                    Frames.text(type, method.name, method.file, line, method.isNative));
            method.frames.put(line, known);
        }
        return known;
    }

    private static final class Method {
        private final String type;
        private final String name;
        private final String file;
        private final boolean isNative;
        private final boolean testSupport;
        private final boolean ownWork;
        private final boolean platform;
        private final boolean plumbing;
        private final boolean included;
        private final boolean excluded;
        private final boolean body;
        private final Map<Integer, Integer> frames = new HashMap<>(2);

        Method(String type, String name, String file, boolean isNative, Selection selection) {
            this.type = type;
            this.name = name;
            this.file = file;
            this.isNative = isNative;
            testSupport = Folding.isTestSupport(type);
            ownWork = Folding.isOwnWork(type);
            platform = Folding.isPlatform(type);
            plumbing = Folding.isPlumbing(type);
            included = selection.includes(type);
            excluded = selection.excludes(type);
            body = selection.isBody(type, name);
        }
    }
}
