// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import org.eclipse.jdt.core.compiler.CompilationProgress;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;

/**
 * Runs the Eclipse compiler with its arguments on the main thread, in `compile`, and says how many
 * bytes the JVM counted for that thread meanwhile.
 */
public final class Compile {
    private Compile() {}

    static boolean compile(String[] args) {
        PrintWriter nowhere = new PrintWriter(System.err);
        return BatchCompiler.compile(args, nowhere, nowhere, (CompilationProgress) null);
    }

    static long allocated() {
        com.sun.management.ThreadMXBean threads =
                (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    public static void main(String[] args) {
        allocated();
        long before = allocated();
        boolean good = compile(args);
        long after = allocated();
        Stage.say((good ? "compiled " : "failed ") + (after - before));
    }
}
