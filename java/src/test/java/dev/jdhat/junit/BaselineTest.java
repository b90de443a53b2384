// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The only one that sets the properties. */
@Isolated
class BaselineTest {
    private static final String READ = "com.acme.Parser.read (Parser.java:42)";
    private static final String GROW = "java.util.Arrays.copyOf (Arrays.java:3537)";
    private static final int JAVA = Runtime.version().feature();

    @TempDir
    Path folder;

    @BeforeEach
    void placeHere() {
        Reports.writeTo(folder.resolve("reports"));
        System.setProperty("jdhat.baselines", folder.toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty("jdhat.baselines");
        System.clearProperty("jdhat.baseline");
    }

    private static FakeWindow parse() {
        return new FakeWindow().block("byte[]", 640, 2, GROW, READ)
                .block("byte[]", 60, 1, READ)
                .block("com.acme.Token", 416, 1, "com.acme.Parser.next (Parser.java:9)");
    }

    private static void check(FakeWindow window, double tolerance) {
        new HeapAssert(() -> { }, window.windows()).tolerance(tolerance).allocatesLike("parser");
    }

    private void update(FakeWindow window) {
        System.setProperty("jdhat.baseline", "update");
        check(window, 0);
        System.clearProperty("jdhat.baseline");
    }

    private String failure(FakeWindow window, double tolerance) {
        AssertionError error = assertThrows(AssertionError.class, () -> check(window, tolerance));
        List<String> lines = List.of(error.getMessage().split(System.lineSeparator()));
        return String.join("\n", lines.subList(0, lines.size() - 1))
                .replace(Places.shown(folder).toString(), "FOLDER")
                .replaceAll("(to make it|to accept this): .*", "$1: COMMAND");
    }

    @Test
    void aMissingOneSaysHowToMakeIt() {
        assertEquals("jdhat: BaselineTest.failure() has no baseline FOLDER/parser.json\n"
                + "  to make it: COMMAND", failure(parse(), 0).replaceAll(
                        "BaselineTest\\.\\w+", "BaselineTest.failure"));
    }

    @Test
    void theFileIsSortedAndHasNoLines() throws IOException {
        update(parse());
        assertEquals("{\n"
                + "  \"java\": " + JAVA + ",\n"
                + "  \"bytes\": 1116,\n"
                + "  \"blocks\": 4,\n"
                + "  \"sites\": [\n"
                + "    {\"at\":\"com.acme.Parser.next\",\"class\":\"com.acme.Token\","
                + "\"bytes\":416,\"blocks\":1},\n"
                + "    {\"at\":\"com.acme.Parser.read\",\"class\":\"byte[]\","
                + "\"bytes\":700,\"blocks\":3}\n"
                + "  ]\n"
                + "}\n", Files.readString(folder.resolve("parser.json")));
        check(parse(), 0);
    }

    @Test
    void moreAndLessAreShownBySite() {
        update(parse());
        FakeWindow window = new FakeWindow().block("byte[]", 800, 3, GROW, READ)
                .block("int[]", 24, 1, READ);
        assertEquals("jdhat: BaselineTest.moreAndLessAreShownBySite() allocated 824 bytes in 4"
                + " blocks; the baseline FOLDER/parser.json has 1,116 bytes in 4 blocks"
                + " (-292 bytes)\n"
                + "  the sites that differ most:\n"
                + "  -416 bytes, -1 block  com.acme.Token  at com.acme.Parser.next\n"
                + "  +100 bytes, +0 blocks  byte[]  by java.util.Arrays.copyOf"
                + "  at com.acme.Parser.read(Parser.java:42)\n"
                + "  +24 bytes, +1 block  int[]  at com.acme.Parser.read(Parser.java:42)\n"
                + "  to accept this: COMMAND", failure(window, 0));
    }

    @Test
    void aToleranceIsForTheTotals() {
        update(parse());
        FakeWindow near = new FakeWindow().block("byte[]", 1_170, 4, GROW, READ);
        failure(near, 0);
        check(near, 5);
        failure(near, 4);
    }

    @Test
    void anotherJavaIsNamed() throws IOException {
        update(parse());
        Path file = folder.resolve("parser.json");
        Files.writeString(file, Files.readString(file).replace("\"java\": " + JAVA, "\"java\": 9"));
        check(parse(), 0);
        assertEquals("  the baseline was made on Java 9, this is Java " + JAVA,
                failure(new FakeWindow(), 0).split("\n")[1]);
    }

    @Test
    void otherValuesOfThePropertyAreRefused() {
        System.setProperty("jdhat.baseline", "updated");
        assertEquals("jdhat.baseline is \"updated\"; the only value is update.",
                assertThrows(IllegalStateException.class, () -> check(parse(), 0)).getMessage());
    }

    @Test
    void aFileOfAnotherKindIsRefused() throws IOException {
        Files.writeString(folder.resolve("parser.json"), "{\"sites\": 3}");
        assertEquals(folder.resolve("parser.json") + " is no baseline of heap usage tests.",
                assertThrows(java.io.UncheckedIOException.class, () -> check(parse(), 0))
                        .getCause().getMessage());
    }
}
