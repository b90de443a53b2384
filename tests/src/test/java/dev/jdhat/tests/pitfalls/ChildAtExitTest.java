// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.pitfalls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.tests.harness.Built;
import dev.jdhat.tests.harness.Child;
import dev.jdhat.tests.harness.Folder;
import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.Needs;
import dev.jdhat.tests.harness.RecordedProfile;
import dev.jdhat.tests.harness.Target;
import dev.jdhat.tests.harness.TestJvm;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The child that writes the report at exit: it is not profiled itself, and it is waited for. */
class ChildAtExitTest {
    /** `-agentpath` with no option at all: the report, and the summary in dhat-rs's shape. */
    @ParameterizedTest
    @EnumSource
    void writesTheReportAndTheSummary(Jvm jvm) {
        jvm.require();
        Target target = TestJvm.on(jvm, "Small").agentPath().run();
        assertEquals("over\n", target.out());
        assertEquals(List.of("dhat-heap.json", "jdhat-" + target.pid() + ".jdhat"),
                Folder.files(target.folder()));
        List<String> lines = target.err().lines().toList();
        String figure = "[0-9,]+ bytes in [0-9,]+ blocks";
        assertTrue(lines.get(0).matches("jdhat: Total:      " + figure), target.err());
        assertTrue(lines.get(1).matches("jdhat: At t-gmax:  " + figure), target.err());
        assertTrue(lines.get(2).matches("jdhat: At t-end:   " + figure), target.err());
        assertTrue(lines.contains("jdhat: Figures are estimates: sampled every 512 KiB"),
                target.err());
        assertEquals("jdhat: The data has been saved to dhat-heap.json, and is viewable with"
                + " dh_view.html", lines.get(lines.size() - 1));
        assertTrue(lines.stream().allMatch(line -> line.startsWith("jdhat: ")), target.err());
        RecordedProfile.ofReport(target.folder().resolve("dhat-heap.json"));
    }

    @Test
    void isNotProfiledItself() {
        Target target = TestJvm.on(Jvm.JDK_17, "Endings", "return")
                .variable("JAVA_TOOL_OPTIONS", "-agentpath:" + Built.agent())
                .run();
        assertEquals(List.of("dhat-heap.json", "jdhat-" + target.pid() + ".jdhat"),
                Folder.files(target.folder()));
    }

    @Test
    void isWaitedForByTheFirstProcessOfAContainer() {
        Path folder = Built.folder("first-process");
        List<String> unshare = List.of("unshare", "--pid", "--fork", "--mount-proc");
        if (!isAllowed(unshare, folder)) {
            Needs.missing("unshare --pid", "run as root, or where user namespaces are allowed");
        }
        List<String> command = Stream.concat(unshare.stream(), Stream.of(
                Jvm.JDK_17.require() + "/bin/java", "-Xmx64m", "-agentpath:" + Built.agent(),
                "-cp", Built.programs().toString(), "dev.jdhat.tests.programs.Endings", "return"))
                .toList();
        try (Child child = Child.start(command, folder)) {
            assertEquals(0, child.await(), child.toString());
            assertEquals(List.of("dhat-heap.json", "jdhat-1.jdhat"), Folder.files(folder));
            assertTrue(child.err().contains("jdhat: Total: "), child.toString());
        }
    }

    private static boolean isAllowed(List<String> unshare, Path folder) {
        List<String> command = Stream.concat(unshare.stream(), Stream.of("true")).toList();
        try (Child child = Child.start(command, folder)) {
            return child.await() == 0;
        }
    }
}
