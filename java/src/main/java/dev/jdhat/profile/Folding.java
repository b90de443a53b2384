// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What is left out of stacks, and how generated names are made equal. */
final class Folding {
    /** Longest cycle of frames that is recognised as recursion. */
    static final int LONGEST_CYCLE = 4;

    private static final String LAMBDA = "$$Lambda";
    private static final String LIBRARY = "dev.jdhat";
    private static final String TEST_SUPPORT = "dev.jdhat.junit";
    private static final Set<String> WORKING_PACKAGES = Set.of(LIBRARY, "dev.jdhat.agent",
            "dev.jdhat.recording", "dev.jdhat.profile", "dev.jdhat.export", "dev.jdhat.report");
    private static final List<String> PLATFORM =
            List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

    private Folding() {
    }

    /** Whether a class is this library's support for tests, which calls the program back. */
    static boolean isTestSupport(String type) {
        return type.startsWith(TEST_SUPPORT) && TEST_SUPPORT.equals(packageOf(type));
    }

    /**
     * Whether a class does this library's own work: whatever is allocated below it is ours, since
     * it never calls the program back.
     */
    static boolean isOwnWork(String type) {
        return type.startsWith(LIBRARY) && WORKING_PACKAGES.contains(packageOf(type));
    }

    /** Whether a class is the JDK's. */
    static boolean isPlatform(String type) {
        return PLATFORM.stream().anyMatch(type::startsWith);
    }

    private static String packageOf(String type) {
        String name = folded(type);
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    /** Whether a class only carries reflective calls and method handles through. */
    static boolean isPlumbing(String type) {
        if (type.startsWith("java.lang.invoke.")) {
            return type.startsWith("java.lang.invoke.LambdaForm$")
                    || folded(type).endsWith("$Holder");
        }
        return type.startsWith("jdk.internal.reflect.") || type.startsWith("sun.reflect.");
    }

    /**
     * The class name without what differs from run to run: the address of a hidden class and the
     * number of a lambda.
     */
    static String folded(String type) {
        int brackets = type.indexOf("[]");
        String name = brackets < 0 ? type : type.substring(0, brackets);
        String array = brackets < 0 ? "" : type.substring(brackets);
        int lambda = name.indexOf(LAMBDA);
        int end = lambda >= 0 ? lambda + LAMBDA.length() : hiddenSuffix(name);
        return end == name.length() ? type : name.substring(0, end) + array;
    }

    /** Where the suffix of a hidden class begins: {@code /0x…}, {@code .0x…} or {@code +0x…}. */
    private static int hiddenSuffix(String name) {
        int slash = name.indexOf('/');
        if (slash > 0) {
            return slash;
        }
        int at = Math.max(name.lastIndexOf(".0x"), name.lastIndexOf("+0x"));
        return at > 0 && name.chars().skip(at + 3).allMatch(c -> Character.digit(c, 16) >= 0)
                ? at : name.length();
    }

    /** Keeps a run of an equal frame, or of an equal cycle of frames, once. */
    static int[] withoutRecursion(int[] frames) {
        int[] kept = new int[frames.length];
        int size = 0;
        for (int frame : frames) {
            kept[size++] = frame;
            size -= repetition(kept, size);
        }
        return size == frames.length ? frames : Arrays.copyOf(kept, size);
    }

    /** Length of the cycle at the end that repeats what stands before it, or 0. */
    private static int repetition(int[] frames, int size) {
        for (int length = 1; length <= LONGEST_CYCLE && 2 * length <= size; length++) {
            if (Arrays.equals(frames, size - length, size,
                    frames, size - 2 * length, size - length)) {
                return length;
            }
        }
        return 0;
    }
}
