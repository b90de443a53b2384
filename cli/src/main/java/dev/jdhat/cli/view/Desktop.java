// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.view;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The browser of the desktop that jdhat was started on. */
public final class Desktop {
    private Desktop() {}

    /** Opens an address where there is a desktop; nobody is told when that does not work. */
    public static void open(String address, Map<String, String> environment) {
        List<String> command = command(System.getProperty("os.name", ""), environment);
        if (command.isEmpty()) {
            return;
        }
        List<String> words = new ArrayList<>(command);
        words.add(address);
        start(words);
    }

    /** Starts a program without waiting for it; false where that is not possible. */
    static boolean start(List<String> words) {
        try {
            new ProcessBuilder(words)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException e) {
            // The address was printed, which is enough.
            return false;
        }
    }

    /** What opens an address on a system; nothing where no person sits in front of it. */
    static List<String> command(String system, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler");
        }
        if (name.startsWith("mac")) {
            return environment.containsKey("SSH_CONNECTION") ? List.of() : List.of("open");
        }
        boolean desktop =
                !environment.getOrDefault("DISPLAY", "").isEmpty()
                        || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
        return desktop ? List.of("xdg-open") : List.of();
    }
}
