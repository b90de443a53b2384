// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import dev.jdhat.profile.History.SiteFacts;
import dev.jdhat.profile.History.Window;
import dev.jdhat.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The streaming arithmetic against the definitions, on random recordings. */
class ProfileModelTest {
    private static final Predicate<SiteFacts> ALL = any -> true;

    @TempDir
    private Path folder;

    @Test
    void exactRecordingsMatchTheDefinitions() throws IOException {
        for (long seed = 0; seed < 300; seed++) {
            check("seed " + seed, new History(seed, true), Selection.all(), ALL);
        }
    }

    @Test
    void sampledAndThinnedRecordingsMatchTheDefinitions() throws IOException {
        for (long seed = 1000; seed < 1500; seed++) {
            check("seed " + seed, new History(seed, false), Selection.all(), ALL);
        }
    }

    @Test
    void whatIsSelectedIsAProfileOfItsOwn() throws IOException {
        for (long seed = 0; seed < 200; seed++) {
            History history = new History(seed, seed % 2 == 0);
            String where = "selected, seed " + seed;
            check(where, history, Selection.all().withIncluded(List.of("a.B1", "a.B2.")),
                    site -> site.stack <= 1);
            check(where, history, Selection.all().withExcluded(List.of("a.B1")),
                    site -> site.stack != 1);
            check(where, history, Selection.all().withBody("a.B2", "m"), site -> site.stack == 2);
        }
    }

    @Test
    void everyPrefixMatchesTheDefinitions() throws IOException {
        for (long seed = 0; seed < 40; seed++) {
            History history;
            int steps = 1;
            do {
                history = new History(seed, seed % 2 == 0, steps);
                check("seed " + seed + " after " + steps, history, Selection.all(), ALL);
                steps++;
            } while (history.isPrefix());
        }
    }

    /** The whole and each of its windows, with both kinds of peak. */
    private void check(String where, History history, Selection selection,
            Predicate<SiteFacts> sites) throws IOException {
        Path file = Files.write(folder.resolve("random.jdhat"), history.bytes());
        try (Recording recording = Recording.open(file)) {
            for (PeakKind kind : PeakKind.values()) {
                check(where + ", " + kind, recording, kind, selection, Part.at(history, sites));
                for (int id = 1; id <= history.windows.size(); id++) {
                    Window window = history.windows.get(id - 1);
                    History part = Part.at(Part.of(history, window), sites);
                    check(where + ", " + kind + ", window " + id, recording, kind,
                            selection.withWindow(id), part);
                }
            }
        }
    }

    private static void check(String where, Recording recording, PeakKind kind,
            Selection selection, History expected) throws IOException {
        Profile profile = ProfileBuilder.build(recording, ProfileOptions.defaults()
                .withPeak(kind).withSelection(selection));
        ModelCheck.check(where, profile, kind, expected);
    }
}
