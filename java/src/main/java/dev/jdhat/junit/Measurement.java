// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import dev.jdhat.profile.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Carries out a plan: opens the windows, runs the work, settles, reads the profiles, judges. */
final class Measurement implements AutoCloseable {
    private final Plan plan;
    private final Map<WindowSpec, Window> windows = new LinkedHashMap<>();
    private final List<Long> settles = new ArrayList<>();

    private Measurement(Plan plan) {
        this.plan = plan;
    }

    /**
     * Runs the work as the plan says and answers its questions.
     *
     * @param test how a message begins
     * @throws Throwable what the work throws; nothing is judged then
     */
    static List<Answer> take(Plan plan, String test, Windows windows, HeapAssert.Work work)
            throws Throwable {
        for (int i = 0; i < plan.warmUp(); i++) {
            work.run();
        }
        try (Measurement measurement = new Measurement(plan)) {
            measurement.open(windows);
            measurement.run(work);
            return measurement.answers(test);
        }
    }

    private void open(Windows from) {
        for (Question question : plan.questions()) {
            windows.computeIfAbsent(question.window(), from::open);
        }
    }

    /** With one run the baseline is before it, else after the first. */
    private void run(HeapAssert.Work work) throws Throwable {
        boolean settlesEach = plan.asks(Quantity.LEAKED);
        if (settlesEach && plan.runs() == 1) {
            settle();
        }
        for (int i = 0; i < plan.runs(); i++) {
            work.run();
            if (settlesEach) {
                settle();
            }
        }
        if (!settlesEach && plan.asks(Quantity.PEAK)) {
            settle();
        }
    }

    private void settle() {
        settles.add(windows.values().iterator().next().settle());
    }

    private List<Answer> answers(String test) {
        Map<WindowSpec, Measured> measured = new HashMap<>();
        List<Answer> answers = new ArrayList<>();
        for (Question question : plan.questions()) {
            Measured of = measured.computeIfAbsent(question.window(),
                    spec -> measured(windows.get(spec)));
            if (!question.alwaysWritten()) {
                Doubts.check(of.profile().info(), question.judge().quantity());
            }
            answers.add(new Answer(question, question.judge().judge(test, of), of.profile()));
        }
        return answers;
    }

    /** Others settle too, in tests that run meanwhile: what counts are the points of this one. */
    private Measured measured(Window window) {
        Profile profile = window.profile();
        long[] all = profile.settleEpochs();
        int[] own = settles.stream().mapToInt(epoch -> Arrays.binarySearch(all, epoch)).toArray();
        return new Measured(profile, plan.runs(), own,
                () -> window.softlyReachable(settles.get(0), settles.get(settles.size() - 1)));
    }

    @Override
    public void close() {
        List<Window> open = new ArrayList<>(windows.values());
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }
}
