// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.walks;

import java.lang.instrument.ClassDefinition;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;

/**
 * A class is replaced by versions of itself with other lines and places, by redefinition and by
 * retransformation in turn, while it runs. Its own Java agent. Arguments: rounds, calls in a round,
 * and rounds between collections (0 = never asked). On one thread: where several are in methods of
 * a class that is redefined, the JVM itself can crash on a walk (docs/limits.md).
 */
public final class Redefine {
    private static final int VERSIONS = 8;
    private static Instrumentation instrumentation;
    private static volatile byte[] next;

    private Redefine() {}

    /** Gives what a retransformation asks for. */
    private static final class Transformer implements ClassFileTransformer {
        @Override
        public byte[] transform(ClassLoader loader, String name, Class<?> type,
                ProtectionDomain domain, byte[] bytes) {
            return type == Versions.class ? next : null;
        }
    }

    public static void premain(String arguments, Instrumentation given) {
        instrumentation = given;
        given.addTransformer(new Transformer(), true);
    }

    static void become(int version) {
        next = Variant.of("Versions", 100 + 10 * version, 50 * version);
        try {
            if (version % 2 == 0) {
                instrumentation.redefineClasses(new ClassDefinition(Versions.class, next));
            } else {
                instrumentation.retransformClasses(Versions.class);
            }
        } catch (Exception | LinkageError e) {
            throw new IllegalStateException(e);
        }
    }

    static void round(int version, int calls) {
        for (int i = 0; i < calls; i++) Versions.leaf();
        Versions.spin();
        Versions.work(() -> become((version + 1) % VERSIONS));
    }

    public static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args[0]);
        int calls = Integer.parseInt(args[1]);
        int collect = Integer.parseInt(args[2]);
        become(0);
        for (int i = 0; i < rounds; i++) {
            round(i % VERSIONS, calls);
            new Fresh(90, 0).make("Leaf").run();
            if (collect > 0 && i % collect == 0) System.gc();
        }
        Place.tell();
    }
}
