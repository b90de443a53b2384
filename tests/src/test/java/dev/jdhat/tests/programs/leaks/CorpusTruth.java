// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Proves the table without a profiler: runs each case for this JVM and counts what is alive after
 * every call. Arguments: how many calls (4), then names of cases (all). Exit code 1 when a count is
 * not the one in the table.
 */
public final class CorpusTruth {
    private final Set<Born> alive = new HashSet<>();
    private final ReferenceQueue<Object> dead = new ReferenceQueue<>();

    private CorpusTruth() {}

    /** Phantom, since a weak reference is cleared before the block is finalised. */
    private static final class Born extends PhantomReference<Object> {
        final String className;

        Born(Object block, ReferenceQueue<Object> dead) {
            super(block, dead);
            className = block.getClass().getName();
        }
    }

    private synchronized Born note(Object block) {
        Born born = new Born(block, dead);
        alive.add(born);
        return born;
    }

    private synchronized void forget(Reference<?> born) {
        alive.remove(born);
    }

    private synchronized int alive(String className) {
        return (int) alive.stream().filter(born -> born.className.equals(className)).count();
    }

    /** Three collections, each with finalisation, which may be blocked, and two that tell. */
    private void settle() throws InterruptedException {
        for (int round = 0; round < 3; round++) {
            System.gc();
            CountDownLatch done = new CountDownLatch(1);
            Pool.daemon(() -> finish(done)).start();
            done.await(200, TimeUnit.MILLISECONDS);
        }
        hear();
        hear();
    }

    /** The first of two is over when all that was found before stands in line to be told. */
    private void hear() throws InterruptedException {
        Born last = note(new Object());
        System.gc();
        for (Reference<?> next = null; next != last; forget(next)) next = dead.remove();
        for (Reference<?> next = last; next != null; next = dead.poll()) forget(next);
    }

    @SuppressWarnings({"deprecation", "removal"})
    private static void finish(CountDownLatch done) {
        System.runFinalization();
        done.countDown();
    }

    private boolean check(Case row, int calls) throws InterruptedException {
        settle();
        int payloads = alive(Payload.class.getName());
        int want = row.payloadsAfter(calls);
        int leaked = alive(row.leaking());
        boolean right = row.isSoft() ? payloads <= want : payloads == want;
        System.out.print(" " + payloads + (leaked == payloads ? "" : "/" + leaked));
        return right && (!row.leak() || leaked == row.leaked() * calls);
    }

    private boolean prove(Case row, int calls) throws Exception {
        LeakCase work = row.make();
        boolean right = true;
        work.setUp();
        for (int call = 1; call <= calls; call++) {
            work.work();
            right &= check(row, call);
        }
        work.tearDown();
        work = null;
        return right & check(row, 0);
    }

    private static boolean runsHere(Case row) {
        boolean tracked = !"false".equals(System.getProperty("jdk.trackAllThreads"));
        return row.since() <= Runtime.version().feature()
                && (row.option().isEmpty() ? tracked : !tracked);
    }

    public static void main(String[] args) throws Exception {
        int calls = args.length > 0 ? Integer.parseInt(args[0]) : 4;
        List<String> names = List.of(args).subList(Math.min(1, args.length), args.length);
        int wrong = 0;
        for (Case row : Cases.all()) {
            if (!runsHere(row) || !(names.isEmpty() || names.contains(row.name()))) continue;
            CorpusTruth truth = new CorpusTruth();
            Births.tell(truth::note);
            System.out.printf("%-28s", row.name());
            boolean right = truth.prove(row, calls);
            System.out.println(right ? "  ok" : "  WRONG");
            wrong += right ? 0 : 1;
        }
        System.out.println(wrong == 0 ? "all as the table says" : wrong + " wrong");
        System.exit(wrong == 0 ? 0 : 1);
    }
}
