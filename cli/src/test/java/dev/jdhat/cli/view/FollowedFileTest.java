// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.jdhat.cli.view.FollowedFile.Document;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

@Timeout(60)
class FollowedFileTest {
    @TempDir Path folder;

    @Test
    void readAgainOnlyWhenItHasChanged() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "one");
        AtomicInteger reads = new AtomicInteger();
        FollowedFile followed =
                new FollowedFile(
                        file,
                        () -> {
                            reads.incrementAndGet();
                            return Files.readAllBytes(file);
                        });
        Document one = followed.document();
        assertSame(one, followed.document());
        assertEquals(1, reads.get());
        Files.writeString(file, "three");
        Document three = followed.document();
        while (three == one) {
            three = followed.document();
        }
        assertArrayEquals("three".getBytes(), three.packed());
        assertNotEquals(one.tag(), three.tag());
        assertEquals(2, reads.get());
    }

    @Test
    void whatCannotBeReadAnyMoreStaysAsItWas() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "one");
        FollowedFile followed = new FollowedFile(file, () -> Files.readAllBytes(file));
        Document one = followed.document();
        Files.delete(file);
        assertSame(one, followed.document());
        Files.createDirectory(file);
        assertSame(one, followed.document());
    }

    @Test
    void whatCannotBeReadAtFirstIsAnError() {
        assertThrows(
                IOException.class,
                () -> new FollowedFile(folder.resolve("none"), () -> new byte[0]));
    }
}
