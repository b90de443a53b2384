// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.jdhat.cli.CommandFailed;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class ReadAheadTest {
    private static final long MB = 1_000_000;

    @TempDir Path folder;

    private List<Path> files(int count) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            files.add(Files.writeString(folder.resolve(i + ".json"), "{}"));
        }
        return files;
    }

    private static Profile named(Path file) {
        return Profile.builder(ProfileInfo.builder().command(file.toString()).build()).build();
    }

    @Test
    void profilesComeInTheOrderOfTheFiles() throws IOException {
        List<Path> files = files(100);
        List<Path> taken = new ArrayList<>();
        ReadAhead.each(
                files,
                ReadAheadTest::named,
                (profile, file) -> {
                    assertEquals(file.toString(), profile.info().command());
                    taken.add(file);
                });
        assertEquals(files, taken);
    }

    @Test
    void theFirstFileThatCannotBeReadIsNamed() throws IOException {
        List<Path> files = files(10);
        List<Path> taken = new ArrayList<>();
        CommandFailed failed =
                assertThrows(
                        CommandFailed.class,
                        () ->
                                ReadAhead.each(
                                        files,
                                        file -> {
                                            if (files.indexOf(file) >= 3) {
                                                throw new IOException("the disk is gone");
                                            }
                                            return named(file);
                                        },
                                        (profile, file) -> taken.add(file)));
        assertEquals("cannot read " + files.get(3) + ": the disk is gone", failed.getMessage());
        assertEquals(files.subList(0, 3), taken);
    }

    @Test
    void asManyAreReadAtOnceAsHaveRoom() {
        assertEquals(2, ReadAhead.readers(2, 40 * MB, 1_000 * MB, 2));
        assertEquals(1, ReadAhead.readers(2, 100 * MB, 1_000 * MB, 2));
        assertEquals(1, ReadAhead.readers(1_000, 40 * MB, 1_000 * MB, 4));
        assertEquals(4, ReadAhead.readers(1_000, 4 * MB, 1_000 * MB, 16));
        assertEquals(3, ReadAhead.readers(3, 4 * MB, 1_000 * MB, 16));
        assertEquals(1, ReadAhead.readers(1_000, 4 * MB, 1_000 * MB, 1));
        assertEquals(1, ReadAhead.readers(9, 4_000 * MB, 1_000 * MB, 8));
    }
}
