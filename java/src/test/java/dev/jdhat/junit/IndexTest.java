// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.export.DhatReader;
import dev.jdhat.profile.Profile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexTest {
    private static final TestName PARSES = new TestName("com.acme.ParserTest", "parses", 0);

    @TempDir
    Path folder;

    private static Answer answer(boolean passed) {
        WindowSpec window = new WindowSpec(PARSES, "A", "b", Threads.THIS, List.of());
        Profile profile = new FakeWindow().block("byte[]", 640, 2, "com.acme.Parser.read")
                .profile();
        Verdict verdict = new Verdict("allocated", 640, 2, "600 bytes",
                passed ? List.of() : List.of("too much"));
        return new Answer(new Question(window, new ProfileOnly(), false), verdict, profile);
    }

    @Test
    void answersFromOneProfileHaveOneFile() throws IOException {
        Answer failed = answer(false);
        Verdict passed = new Verdict("peak", 640, 2, "1,000 bytes", List.of());
        Question profiled = new Question(new WindowSpec(PARSES, "A", "b", Threads.THIS, List.of()),
                new ProfileOnly(), true);
        Path file = folder.resolve("ParserTest.parses.json");
        assertEquals(List.of(file, file), new Index(folder).add(PARSES,
                List.of(failed, new Answer(profiled, passed, failed.profile()))));
        assertEquals(List.of("com.acme.ParserTest.parses allocated 640 2 600 bytes failed"
                + " ParserTest.parses.json", "com.acme.ParserTest.parses peak 640 2 1,000 bytes"
                + " passed ParserTest.parses.json"), entries());
    }

    private List<String> entries() throws IOException {
        List<?> tests = (List<?>) Json.read(folder.resolve("index.json")).get("tests");
        return tests.stream().map(test -> {
            Map<?, ?> entry = (Map<?, ?>) test;
            assertTrue(((String) entry.remove("time")).endsWith("Z"));
            return entry.values().stream().map(String::valueOf).collect(Collectors.joining(" "));
        }).collect(Collectors.toList());
    }

    @Test
    void aFailureIsWrittenAtOnceWithItsProfile() throws IOException {
        Path file = new Index(folder).add(PARSES, List.of(answer(false))).get(0);
        assertEquals(folder.resolve("ParserTest.parses.json"), file);
        try (InputStream in = Files.newInputStream(file)) {
            assertEquals(640, DhatReader.read(in).total().bytes());
        }
        assertEquals(List.of("com.acme.ParserTest.parses allocated 640 2 600 bytes failed"
                + " ParserTest.parses.json"), entries());
    }

    @Test
    void whatPassedIsWrittenAtTheEnd() throws IOException {
        Index index = new Index(folder);
        assertNull(index.add(PARSES, List.of(answer(true))).get(0));
        assertNull(index.add(PARSES, List.of(answer(true))).get(0));
        assertFalse(Files.exists(folder.resolve("index.json")));
        index.write();
        assertEquals(List.of("com.acme.ParserTest.parses allocated 640 2 600 bytes passed",
                "com.acme.ParserTest.parses-2 allocated 640 2 600 bytes passed"), entries());
    }

    @Test
    void severalJvmsKeepTheirEntries() throws IOException {
        TestName other = new TestName("org.other.ParserTest", "parses", 0);
        new Index(folder).add(PARSES, List.of(answer(false)));
        new Index(folder).add(other, List.of(answer(false)));
        new Index(folder).add(new TestName("com.acme.ParserTest", "skips", 2),
                List.of(answer(false)));
        assertEquals(List.of(
                "com.acme.ParserTest.parses allocated 640 2 600 bytes failed"
                        + " ParserTest.parses.json",
                "com.acme.ParserTest.skips[2] allocated 640 2 600 bytes failed"
                        + " ParserTest.skips[2].json",
                "org.other.ParserTest.parses allocated 640 2 600 bytes failed"
                        + " org.other.ParserTest.parses.json"), entries());
    }

    @Test
    void aRepairedTestTakesItsProfileAway() throws IOException {
        new Index(folder).add(PARSES, List.of(answer(false)));
        Index later = new Index(folder);
        later.add(PARSES, List.of(answer(true)));
        later.write();
        assertEquals(List.of("com.acme.ParserTest.parses allocated 640 2 600 bytes passed"),
                entries());
        assertFalse(Files.exists(folder.resolve("ParserTest.parses.json")));
    }
}
