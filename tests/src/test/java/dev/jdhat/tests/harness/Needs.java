// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.harness;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * What a machine may lack. A test that needs it is skipped in sight, or fails where nothing may
 * be skipped.
 */
public final class Needs {
    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    private Needs() {}

    /** Ends the test where no such program is on the path; Debian's package brings it. */
    public static void program(String name, String debian) {
        if (!isOnPath(name)) {
            missing(name, "install the package " + debian);
        }
    }

    static boolean isOnPath(String program) {
        for (String folder : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    /** Ends the test as skipped; with JDHAT_NO_SKIP=1 as failed. */
    public static void missing(String what, String remedy) {
        String message = what + " is missing: " + remedy;
        if ("1".equals(System.getenv("JDHAT_NO_SKIP"))) {
            Assertions.fail(message);
        }
        if (SAID.add(what)) {
            System.out.println("SKIPPED, " + message);
        }
        Assumptions.abort(message);
    }
}
