// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What is in a folder. */
public final class Folder {
    private Folder() {}

    /** The names in the folder, sorted. */
    public static List<String> files(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.map(path -> path.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The only file in the folder whose name ends so. */
    public static Path only(Path folder, String end) {
        List<String> found = files(folder).stream().filter(name -> name.endsWith(end)).toList();
        if (found.size() != 1) {
            throw new AssertionError("Not one *" + end + " in " + folder + ": " + files(folder));
        }
        return folder.resolve(found.get(0));
    }
}
