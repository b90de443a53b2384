// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.jvm;

import dev.jdhat.cli.Shell;
import dev.jdhat.cli.text.Units;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Waits until a time is over, a process has ended, or Ctrl-C comes; shows the time on a terminal.
 */
public final class Wait {
    private static final long STEP_MILLIS = 200;

    private final Shell shell;
    private final long pid;
    private final long micros;
    private final CountDownLatch interrupted = new CountDownLatch(1);

    /**
     * @param micros how long, or {@link Long#MAX_VALUE} for ever
     */
    public Wait(Shell shell, long pid, long micros) {
        this.shell = shell;
        this.pid = pid;
        this.micros = micros;
    }

    /**
     * Waits until Ctrl-C or SIGTERM comes, or somebody interrupts the thread. Announces it as soon
     * as Ctrl-C ends the wait, and would no more end the process.
     */
    public static void forInterrupt(Runnable announcement) {
        CountDownLatch interrupted = new CountDownLatch(1);
        Interrupts interrupts = Interrupts.handle(interrupted::countDown, interrupted::countDown);
        try {
            announcement.run();
            interrupted.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            interrupts.restore();
        }
    }

    /** Says {@code announcement} as soon as Ctrl-C ends the wait, and waits. */
    public void run(String announcement) {
        Interrupts interrupts = Interrupts.handle(interrupted::countDown, interrupted::countDown);
        try {
            shell.err().println(announcement);
            long start = System.nanoTime();
            long elapsed = 0;
            while (elapsed < micros
                    && ProcessHandle.of(pid).isPresent()
                    && !step(micros - elapsed)) {
                elapsed = (System.nanoTime() - start) / 1000;
                show(elapsed);
            }
        } finally {
            interrupts.restore();
            if (shell.terminal()) {
                shell.err().print("\r\u001b[K");
            }
        }
    }

    private boolean step(long left) {
        try {
            return interrupted.await(Math.min(left, STEP_MILLIS * 1000), TimeUnit.MICROSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void show(long elapsed) {
        if (shell.terminal()) {
            String of = micros == Long.MAX_VALUE ? "" : " of " + Units.time(micros);
            shell.err()
                    .print("\rjdhat: " + Units.time(Math.min(elapsed, micros)) + of + "\u001b[K");
            shell.err().flush();
        }
    }
}
