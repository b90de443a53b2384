// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import dev.jdhat.profile.ProgramPoint;
import java.util.List;

/**
 * What happens the first time that code is run, and never again in this JVM: classes are loaded and
 * initialised, lambdas linked. Which test pays for it depends on the order of the tests.
 */
final class Linking {
    private static final String INITIALIZER = ".<clinit> (";
    private static final List<String> METHODS = List.of("java.lang.ClassLoader.loadClass (",
            "java.lang.invoke.MethodHandleNatives.link");

    private Linking() {
    }

    /** Whether it is what allocated. */
    static boolean allocated(ProgramPoint point) {
        return point.frames().stream().anyMatch(frame -> frame.contains(INITIALIZER)
                || METHODS.stream().anyMatch(frame::startsWith));
    }
}
