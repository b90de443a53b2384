// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.tests.harness.Built;
import dev.jdhat.tests.harness.Child;
import dev.jdhat.tests.harness.Jdhat;
import dev.jdhat.tests.harness.Jvm;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A profile that does not fit into the JVM's memory: a sentence, with the way out. */
class LittleMemoryTest {
    private static final int POINTS = 200_000;
    private static final String START = "{\"dhatFileVersion\":2,\"mode\":\"heap\","
            + "\"verb\":\"Allocated\",\"bklt\":false,\"bkacc\":false,\"tu\":\"s\",\"Mtu\":\"s\","
            + "\"cmd\":\"x\",\"pid\":1,\"te\":7,\"ftbl\":[\"[root]\"";

    private final Path folder = Built.folder("little-memory");

    @Test
    void theMessageSaysHowToGiveMore() throws IOException {
        writeLarge(folder.resolve("large.json"));
        try (Child show = Jdhat.start(Jvm.JDK_17, folder, Map.of("JDK_JAVA_OPTIONS", "-Xmx32m"),
                "show", "large.json")) {
            assertEquals(3, show.await(), show.toString());
            List<String> said = show.err().lines().filter(line -> !line.startsWith("NOTE: "))
                    .collect(Collectors.toList());
            assertEquals(1, said.size(), show.err());
            assertTrue(said.get(0).matches("jdhat: this needs more memory than the 3[0-9] MB that"
                    + " its JVM may have; give it more, as in: JDK_JAVA_OPTIONS=-Xmx1[0-9]{2}m"
                    + " jdhat …"), show.err());
            assertEquals("", show.out());
        }
    }

    private static void writeLarge(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(START);
            for (int i = 1; i <= POINTS; i++) {
                out.write(",\"0x1: f" + i + " (a.c:1)\"");
            }
            out.write("],\"pps\":[");
            for (int i = 1; i <= POINTS; i++) {
                out.write((i == 1 ? "" : ",") + "{\"tb\":8,\"tbk\":1,\"fs\":[" + i + "]}");
            }
            out.write("]}");
        }
    }
}
