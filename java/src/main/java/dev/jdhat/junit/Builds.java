// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

/** Which build tool runs the tests, as far as a message has to know. */
final class Builds {
    private Builds() {
    }

    /** Whether baselines are to be written and not compared. */
    static boolean updatesBaselines() {
        String said = System.getProperty("jdhat.baseline", System.getenv("JDHAT_BASELINE"));
        if (said != null && !said.isEmpty() && !said.equals("update")) {
            throw new IllegalStateException("jdhat.baseline is \"" + said
                    + "\"; the only value is update.");
        }
        return "update".equals(said);
    }

    /** What makes the baselines of a test anew. */
    static String updateCommand(TestName test) {
        if (System.getProperty("surefire.test.class.path") != null
                || System.getProperty("surefire.real.class.path") != null) {
            return "mvn test -Dtest=" + test.forMaven() + " -Djdhat.baseline=update";
        }
        if (System.getProperty("org.gradle.test.worker") != null) {
            return "JDHAT_BASELINE=update gradle test --tests " + test.className() + "."
                    + test.methodName();
        }
        return "run it with -Djdhat.baseline=update";
    }
}
