// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What this library is, and which agent it understands. */
public final class Release {
    /** The interface of the agent that this library calls. */
    public static final int ABI_VERSION = 1;

    private static final String VERSION = read();

    private Release() {
    }

    /** As in {@code 0.1.0}. */
    public static String version() {
        return VERSION;
    }

    private static String read() {
        try (InputStream in = Release.class.getResourceAsStream("version.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).trim();
            return text.replace("-SNAPSHOT", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
