// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.tests.harness.Folder;
import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.Target;
import dev.jdhat.tests.harness.TestJvm;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the agent says when it is asked, and when nobody wants it. */
class HelpTest {
    private static final List<String> OPTIONS = List.of("interval", "budget", "file", "report",
            "depth", "gc", "gc-timeout", "gc-at", "report-timeout", "tick", "flush", "threads",
            "stack-walk", "max-size", "max-memory", "liveness", "record", "start", "quiet", "reply");

    @Test
    void listsEveryOption() {
        Target target = TestJvm.on(Jvm.JDK_17, "Small").agentPath("help").run();
        assertEquals("over\n", target.out());
        List<String> lines = target.err().lines().toList();
        assertEquals("jdhat: options: key=value,key=value; a comma in a value is written \\,; @PATH"
                + " reads them from a file", lines.get(0));
        assertTrue(lines.stream().allMatch(line -> line.startsWith("jdhat: ")), target.err());
        for (String option : OPTIONS) {
            assertTrue(lines.stream().anyMatch(line -> line.startsWith("jdhat:   " + option + "=")),
                    option + " is in: " + target.err());
        }
        assertEquals(
                "jdhat: commands, as the first word: start, stop, dump, status, mark=NAME, settle,"
                        + " help",
                lines.get(lines.size() - 1));
        assertEquals(List.of(), Folder.files(target.folder()));
    }

    @Test
    void quietLeavesNothingToRead() {
        Target target = TestJvm.on(Jvm.JDK_17, "Small").recording("quiet").run();
        assertEquals("over\n", target.out());
        assertEquals("", target.err());
    }

    /** The child that writes a report has this variable. */
    @Test
    void nothingHappensInItsOwnChild() {
        Target target = TestJvm.on(Jvm.JDK_17, "Small")
                .variable("JDHAT_CHILD", "1")
                .agentPath("bogus")
                .run();
        assertEquals("over\n", target.out());
        assertEquals("", target.err());
        assertEquals(List.of(), Folder.files(target.folder()));
    }
}
