// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import dev.jdhat.profile.ProgramPoint;
import java.util.List;
import java.util.stream.Collectors;

/** Which program points of a window count; immutable. */
final class Counted {
    /** Whatever these allocate themselves is the test's apparatus, not what is tested. */
    private static final List<String> APPARATUS = List.of("org.junit.", "org.opentest4j.",
            "org.testng.", "org.assertj.", "org.hamcrest.", "org.mockito.",
            "com.google.common.truth.");

    /** What these do on threads of their own is not what is tested either. */
    private static final List<String> TOOLS = List.of("org.junit.", "org.testng.",
            "org.apache.maven.surefire.", "org.gradle.", "worker.org.gradle.", "com.intellij.rt.",
            "org.eclipse.jdt.internal.junit");

    private final WindowSpec window;
    private final List<String> types;
    private final List<String> testFrames;

    private Counted(WindowSpec window, List<String> types) {
        this.window = window;
        this.types = types;
        testFrames = List.of(window.bodyClass() + "." + window.bodyMethod() + " (",
                window.test().className() + "." + window.test().methodName() + " (");
    }

    /** All blocks of a window; empty types: of all classes. */
    static Counted of(WindowSpec window, List<Class<?>> types) {
        return new Counted(window, types.stream().map(Counted::name)
                .collect(Collectors.toUnmodifiableList()));
    }

    /** As a profile has it, where generated classes have no number. */
    private static String name(Class<?> type) {
        String name = type.getTypeName();
        int lambda = name.indexOf("$$Lambda");
        return lambda < 0 ? name : name.substring(0, lambda + "$$Lambda".length());
    }

    /** For a leak it is no excuse that a class was loaded: it is found in the runs after that. */
    List<ProgramPoint> of(List<ProgramPoint> points, Quantity quantity) {
        return points.stream().filter(this::counts)
                .filter(point -> quantity == Quantity.LEAKED || !Linking.allocated(point))
                .collect(Collectors.toUnmodifiableList());
    }

    /** Whether a block was left out because linking allocated it. */
    boolean leavesOutLinking(List<ProgramPoint> points) {
        return points.stream().filter(this::counts).anyMatch(Linking::allocated);
    }

    /** What it leaves out, as a message says it after a figure. */
    String restriction() {
        return types.isEmpty() ? "" : " of " + String.join(", ", types);
    }

    private boolean counts(ProgramPoint point) {
        String frame = Sites.programFrame(point);
        return (types.isEmpty() || types.contains(point.allocatedClass()))
                && APPARATUS.stream().noneMatch(frame::startsWith)
                && (window.threads() == Threads.THIS || isOfTest(point) || isOfProgram(point));
    }

    /** On the test's own thread, where a window of that thread only has nothing else. */
    private boolean isOfTest(ProgramPoint point) {
        return point.frames().stream()
                .anyMatch(frame -> testFrames.stream().anyMatch(frame::startsWith));
    }

    /** On another thread; the JDK and the tools have some of their own. */
    private static boolean isOfProgram(ProgramPoint point) {
        return Sites.hasProgramFrame(point) && point.frames().stream()
                .noneMatch(frame -> TOOLS.stream().anyMatch(frame::startsWith));
    }
}
