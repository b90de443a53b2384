// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.jvm;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Tries the agent in a JVM that does nothing else. A library that a JVM cannot load ends its start,
 * so this is found out before the user's own program is started with it.
 */
public final class LoadCheck {
    private static final long PATIENCE_SECONDS = 30;

    private LoadCheck() {}

    /** Why {@code java} cannot load {@code library}; empty when it can. */
    public static Optional<String> problem(Path java, Path library) {
        try {
            Process process = start(java, library);
            String output =
                    new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.of("it did not answer within " + PATIENCE_SECONDS + " s");
            }
            return process.exitValue() == 0
                    ? Optional.empty()
                    : Optional.of(reason(output.lines().toList()));
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    private static Process start(Path java, Path library) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(java.toString(), "-agentpath:" + library + "=help", "-version");
        builder.environment()
                .keySet()
                .removeAll(List.of(JavaToolOptions.VARIABLE, "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        return builder.redirectErrorStream(true).start();
    }

    // The JVM's line about the agent says most; the ones around it are the same for every error.
    private static String reason(List<String> lines) {
        return lines.stream()
                .filter(line -> line.contains("agent"))
                .findFirst()
                .or(() -> lines.stream().findFirst())
                .orElse("it says nothing")
                .strip();
    }
}
