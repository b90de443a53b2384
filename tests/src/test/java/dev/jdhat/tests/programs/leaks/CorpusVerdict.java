// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import dev.jdhat.junit.HeapAssert;
import java.util.List;

/**
 * What leaksNothing() says of each case that this JVM can run: of everything, and of the class that
 * leaks. Arguments: names of cases (all). Prints `== NAME`, then the first line of either failure,
 * or `nothing`.
 */
public final class CorpusVerdict {
    private CorpusVerdict() {}

    private interface Assertion {
        void run() throws Exception;
    }

    private static void judge(Case row) throws Exception {
        LeakCase work = row.make();
        Class<?> leaking = Class.forName(row.leaking());
        System.out.println("== " + row.name());
        work.setUp();
        try {
            print(() -> HeapAssert.that(work::work).allThreads().leaksNothing());
            print(() -> HeapAssert.that(work::work).allThreads().ofType(leaking).leaksNothing());
        } finally {
            work.tearDown();
        }
    }

    private static void print(Assertion assertion) throws Exception {
        try {
            assertion.run();
            System.out.println("nothing");
        } catch (AssertionError e) {
            System.out.println(e.getMessage().lines().findFirst().orElse(""));
        }
    }

    public static void main(String[] args) throws Exception {
        List<String> wanted = List.of(args);
        for (Case row : Cases.all()) {
            if ((wanted.isEmpty() || wanted.contains(row.name())) && row.option().isEmpty()
                    && row.since() <= Runtime.version().feature()) {
                judge(row);
            }
        }
        System.out.println("== over");
    }
}
