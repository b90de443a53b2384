// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.recording.Recording;
import dev.jdhat.recording.RecordingFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which stacks count, and what is left of them. */
class SelectionTest {
    private static final int CUT = 1;
    private static final int OTHER = 4;
    private static final int VM = 8;

    private final RecordingFile file = new RecordingFile().session().interval(1, 0, 0);
    private int stacks;

    @TempDir
    private Path folder;

    /** Methods: 1 the JDK's, 2 to 4 the program's, 5 to 7 this library's, 8 a test framework's. */
    @BeforeEach
    void describe() {
        file.type(1, "int[]");
        file.method(1, "java.util.ArrayList", "grow", "ArrayList.java");
        file.method(2, "com.acme.Store", "put", "Store.java");
        file.method(3, "com.acmeinc.Other", "call", "Other.java");
        file.method(4, "com.acme.StoreTest", "test", "StoreTest.java");
        file.method(5, "dev.jdhat.Profiler", "stats", "Profiler.java");
        file.method(6, "dev.jdhat.junit.HeapAssert", "run", "HeapAssert.java");
        file.method(7, "dev.jdhat.agent.AgentCalls", "event", null);
        file.method(8, "org.junit.Runner", "run", "Runner.java");
    }

    /** A stack at whose lines every method is at its own number. */
    private void stack(int flags, int... methods) {
        int[] frames = new int[2 * methods.length];
        for (int i = 0; i < methods.length; i++) {
            frames[2 * i] = methods[i];
            frames[2 * i + 1] = methods[i];
        }
        stacks++;
        file.stack(stacks, flags, frames).site(stacks, stacks, 1, 1, false);
        file.site(100 + stacks, stacks, 0, 1, true);
        file.row(1, stacks, 1, 1, 1, 16).row(1, 100 + stacks, 1, 2, 1, 5);
    }

    private Profile build(ProfileOptions options) throws IOException {
        if (stacks > 0) {
            file.rows(1);
            stacks = 0;
        }
        try (Recording recording = Recording.open(file.write(folder.resolve("a.jdhat")))) {
            return ProfileBuilder.build(recording, options.withTypeFrames(false));
        }
    }

    /** The stacks of a profile: names of the classes of their frames. */
    private List<String> stacks(ProfileOptions options) throws IOException {
        return build(options).points().stream().map(point -> point.frames().stream()
                .map(frame -> frame.replaceAll(" .*|\\.[a-z]+ .*", "").replaceAll(".*\\.", ""))
                .collect(Collectors.joining(" "))).sorted().collect(Collectors.toList());
    }

    private List<String> stacks(Selection selection) throws IOException {
        return stacks(ProfileOptions.defaults().withSelection(selection));
    }

    @Test
    void packagesAreComparedByWholeNames() throws IOException {
        stack(0, 1, 2);
        stack(0, 1, 3);
        stack(0, 1, 8);
        assertEquals(List.of("ArrayList Other", "ArrayList Runner", "ArrayList Store"),
                stacks(Selection.all()));
        for (String name : List.of("com.acme", "com.acme.", "com.acme.Store")) {
            assertEquals(List.of("ArrayList Store"),
                    stacks(Selection.all().withIncluded(List.of(name))), name);
            assertEquals(List.of("ArrayList Other", "ArrayList Runner"),
                    stacks(Selection.all().withExcluded(List.of(name))), name);
        }
        assertEquals(List.of("ArrayList Other", "ArrayList Store"),
                stacks(Selection.all().withIncluded(List.of("com"))));
        assertEquals(List.of("ArrayList Other"), stacks(Selection.all()
                .withIncluded(List.of("com")).withExcluded(List.of("com.acme"))));
    }

    @Test
    void whatCallsTheBodyIsCutOff() throws IOException {
        stack(0, 1, 2, 4, 8);
        stack(0, 1, 2, 4, 8, 4, 8);
        stack(0, 1, 8);
        stack(CUT, 1, 3);
        stack(OTHER);
        Selection body = Selection.all().withBody("com.acme.StoreTest", "test");
        assertEquals(List.of("ArrayList Other", "ArrayList Store StoreTest",
                "ArrayList Store StoreTest Runner StoreTest", "[other"), stacks(body));
        assertEquals(List.of(), stacks(Selection.all().withBody("com.acme.StoreTest", "other"))
                .stream().filter(stack -> stack.contains("StoreTest"))
                .collect(Collectors.toList()));
    }

    @Test
    void whatStandsAboveTheBodyIsNotIncluded() throws IOException {
        stack(0, 1, 3, 6, 4, 8);
        assertEquals(List.of(), stacks(Selection.all().withIncluded(List.of("com.acme"))
                .withBody("dev.jdhat.junit.HeapAssert", "run")));
        assertEquals(List.of("ArrayList Other"), stacks(Selection.all()
                .withExcluded(List.of("com.acme")).withBody("dev.jdhat.junit.HeapAssert", "run")));
    }

    @Test
    void ownWorkIsOneFrameAndCanBeLeftOut() throws IOException {
        stack(0, 1, 5, 4, 8);
        stack(0, 1, 6, 4, 8);
        stack(0, 6, 4, 8);
        stack(0, 1, 2, 6, 4);
        assertEquals(List.of("ArrayList Store StoreTest", "[jdhat]"), stacks(Selection.all()));
        assertEquals(3, build(ProfileOptions.defaults()).total().blocks()
                - build(ProfileOptions.defaults().withSelection(Selection.all().withoutOwnWork()))
                        .total().blocks());
        assertEquals(List.of("ArrayList Store StoreTest"),
                stacks(Selection.all().withoutOwnWork()));
    }

    @Test
    void whatTheVmMakesIsNotTheProgramsAndCanBeLeftOut() throws IOException {
        stack(0, 2, 4);
        stack(VM, 2, 4);
        assertEquals(List.of("Store StoreTest", "[JVM] Store StoreTest"), stacks(Selection.all()));
        assertEquals(List.of("Store StoreTest"), stacks(Selection.all().withoutOwnWork()));
    }

    @Test
    void adHocEventsBeginAtTheirCaller() throws IOException {
        stack(0, 7, 5, 2, 4);
        stack(0, 7, 5, 1, 6, 4);
        stack(0, 7, 5);
        ProfileOptions adHoc = ProfileOptions.defaults().withUnit(Unit.AD_HOC);
        assertEquals(List.of("ArrayList StoreTest", "Store StoreTest", "[no"), stacks(adHoc));
        assertEquals(Figure.of(15, 3), build(adHoc.withSelection(Selection.all()
                .withoutOwnWork())).total());
    }

    @Test
    void trimmedStacksAreMerged() throws IOException {
        stack(0, 1, 2, 4, 8);
        stack(0, 1, 2, 3);
        stack(0, 1);
        assertEquals(3, build(ProfileOptions.defaults().withTrim(3)).points().size());
        Profile trimmed = build(ProfileOptions.defaults().withTrim(2).withSites(true));
        assertEquals(List.of("ArrayList", "ArrayList Store"),
                stacks(ProfileOptions.defaults().withTrim(2)));
        assertEquals(Figure.of(32, 2), trimmed.points().get(0).total());
        assertEquals(List.of(1, 2), Arrays.stream(trimmed.points().get(0).sites())
                .boxed().collect(Collectors.toList()));
        assertEquals(List.of("ArrayList"), stacks(ProfileOptions.defaults().withTrim(1)));
    }

    @Test
    void misuseIsASentence() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Selection.all().withWindow(0))
                .getMessage().startsWith("A window has a positive id, and 0 is none"));
        assertTrue(assertThrows(IllegalArgumentException.class,
                () -> ProfileOptions.defaults().withTrim(-1)).getMessage()
                .startsWith("Stacks cannot be trimmed to -1 frames"));
        assertFalse(Selection.all().judgesStacks());
    }
}
