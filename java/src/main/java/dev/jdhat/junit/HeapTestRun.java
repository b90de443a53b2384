// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Measures a test, reports, and fails it when an answer is no; the first one at length. */
final class HeapTestRun {
    /** Frames that a user's trace can do without. */
    private static final Set<String> OWN = Set.of(HeapTestRun.class.getName(),
            HeapAssert.class.getName());

    private HeapTestRun() {
    }

    /**
     * Runs the work as the plan says.
     *
     * @throws AssertionError when a question's answer is no
     * @throws Throwable what the work throws
     */
    static void run(Plan plan, TestName test, Windows windows, HeapAssert.Work work)
            throws Throwable {
        List<String> message = new ArrayList<>();
        List<Answer> answers = Measurement.take(plan, test.label(), windows, work);
        List<String> profiles = Reports.add(test, answers);
        for (int i = 0; i < answers.size(); i++) {
            List<String> lines = answers.get(i).verdict().failure();
            if (!lines.isEmpty()) {
                message.addAll(message.isEmpty() ? lines : lines.subList(0, 1));
                message.add(profiles.get(i));
            }
        }
        if (!message.isEmpty()) {
            throw failure(String.join(System.lineSeparator(), message));
        }
    }

    /** Its trace begins where the test asked. */
    private static AssertionError failure(String message) {
        AssertionError error = new AssertionError(message);
        StackTraceElement[] trace = error.getStackTrace();
        int first = 0;
        while (first < trace.length && OWN.contains(trace[first].getClassName())) {
            first++;
        }
        error.setStackTrace(Arrays.copyOfRange(trace, first, trace.length));
        return error;
    }
}
