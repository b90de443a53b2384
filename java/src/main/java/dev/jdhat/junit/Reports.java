// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** The one folder of this JVM into which heap usage tests write. */
final class Reports {
    private static Index index;

    private Reports() {
    }

    /** Adds answers; what a failure says of its profile, for each. */
    static List<String> add(TestName test, List<Answer> answers) {
        try {
            return index().add(test, answers).stream().map(file -> file == null ? ""
                    : "  profile: " + Places.shown(file) + " (open it with dh_view.html)")
                    .collect(Collectors.toList());
        } catch (IOException e) {
            return Collections.nCopies(answers.size(), "  profile: not written: " + e);
        }
    }

    /** From now on the reports go to another folder. */
    static synchronized void writeTo(Path folder) {
        index = new Index(folder);
    }

    private static synchronized Index index() throws IOException {
        if (index == null) {
            index = new Index(Places.reports());
            Runtime.getRuntime().addShutdownHook(new Thread(Reports::finish, "jdhat tests"));
        }
        return index;
    }

    private static void finish() {
        try {
            index().write();
        } catch (IOException e) {
            System.err.println("jdhat: error: The index of the heap usage tests was not written: "
                    + e);
        }
    }
}
