// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import java.util.List;
import java.util.Objects;

/** Which blocks a window counts; immutable. */
final class WindowSpec {
    private final TestName test;
    private final String bodyClass;
    private final String bodyMethod;
    private final Threads threads;
    private final List<String> packages;

    WindowSpec(TestName test, String bodyClass, String bodyMethod, Threads threads,
            List<String> packages) {
        this.test = Objects.requireNonNull(test);
        this.bodyClass = Objects.requireNonNull(bodyClass);
        this.bodyMethod = Objects.requireNonNull(bodyMethod);
        this.threads = Objects.requireNonNull(threads);
        this.packages = List.copyOf(packages);
    }

    /** Whose window it is. */
    TestName test() {
        return test;
    }

    /** Class of the method under which the test's own thread counts. */
    String bodyClass() {
        return bodyClass;
    }

    String bodyMethod() {
        return bodyMethod;
    }

    Threads threads() {
        return threads;
    }

    /** Of which one must be in the stack; empty: all. */
    List<String> packages() {
        return packages;
    }

    /** What it leaves out, as a message says it after a figure. */
    String restriction() {
        return (packages.isEmpty() ? "" : " in " + String.join(", ", packages))
                + (threads == Threads.ALL ? " on all threads" : "");
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof WindowSpec)) {
            return false;
        }
        WindowSpec that = (WindowSpec) other;
        return test.full().equals(that.test.full()) && bodyClass.equals(that.bodyClass)
                && bodyMethod.equals(that.bodyMethod) && threads == that.threads
                && packages.equals(that.packages);
    }

    @Override
    public int hashCode() {
        return Objects.hash(test.full(), threads, packages);
    }
}
