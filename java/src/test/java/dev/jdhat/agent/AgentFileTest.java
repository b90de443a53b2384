// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AgentFileTest {
    @TempDir
    private Path folder;

    @Test
    void contentIsPutOnceAndMendedWhenItDiffers() throws IOException {
        Path path = folder.resolve("lib.so");
        AgentFile.put(new byte[] {1, 2, 3}, path);
        FileTime old = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(path, old);
        AgentFile.put(new byte[] {1, 2, 3}, path);
        assertEquals(old, Files.getLastModifiedTime(path));
        Files.write(path, new byte[] {1, 2});
        AgentFile.put(new byte[] {1, 2, 3}, path);
        assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(path));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(path), files.collect(Collectors.toList()));
        }
    }

    @Test
    void unsupportedPlatformsAreNamed() {
        IOException e = assertThrows(IOException.class,
                () -> AgentFile.bytes("/no-such-platform/libjdhat.so"));
        assertEquals("jdhat has no agent for " + Platform.RESOURCE_PREFIX
                + "; build it there, or profile on a platform that README.md lists.",
                e.getMessage());
    }

    @Test
    void hashNamesTheContent() {
        assertEquals("ba7816bf8f01cfea", AgentFile.hash("abc".getBytes()));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theFolderIsPrivateAndInTheCache() throws IOException {
        Path cache = folder.resolve("cache");
        Path found = PrivateFolder.get("1-abc", Map.of("XDG_CACHE_HOME", cache.toString()), "",
                folder);
        assumeTrue(!Platform.isMac());
        assertEquals(cache.resolve("jdhat").resolve("1-abc"), found);
        assertEquals("rwx------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(found)));
        assertEquals(folder.resolve("home/.cache/jdhat/x"),
                PrivateFolder.get("x", Map.of(), folder.resolve("home").toString(), folder));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderThatOthersCanWriteIsNotUsed() throws IOException {
        Path open = Files.createDirectories(folder.resolve("cache/jdhat"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        Map<String, String> environment = Map.of("XDG_CACHE_HOME", open.getParent().toString());
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Path found = PrivateFolder.get("x", environment, "", temporary);
        assertTrue(found.startsWith(temporary), found.toString());
        Files.setPosixFilePermissions(found.getParent(),
                PosixFilePermissions.fromString("rwxrwxrwx"));
        IOException e = assertThrows(IOException.class,
                () -> PrivateFolder.get("x", environment, "", temporary));
        assertTrue(e.getMessage().contains("can be written by others"), e.getMessage());
    }
}
