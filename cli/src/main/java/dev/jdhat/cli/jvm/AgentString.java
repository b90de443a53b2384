// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.jvm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The option string of the agent: {@code key=value,key,…}, with a comma in a value written {@code
 * \,}.
 */
public final class AgentString {
    /** HotSpot's attach protocol takes no longer ones. */
    static final int LONGEST = 1024;

    private static final String FILE_PREFIX = "options-";

    private final String command;
    private final Map<String, String> options = new LinkedHashMap<>();

    private AgentString(String command) {
        this.command = command;
    }

    /** Options without a command, as they follow {@code -agentpath:LIBRARY=}. */
    public static AgentString atLoad() {
        return new AgentString("");
    }

    /** A command of the attach door, as {@code stop} or {@code dump}. */
    public static AgentString command(String word) {
        return new AgentString(word);
    }

    /** A command with an argument: {@code mark=after warm-up}. */
    public static AgentString command(String word, String argument) {
        return new AgentString(item(word, argument));
    }

    /** Adds {@code key=value}, or replaces the value that key has. */
    public AgentString with(String key, Object value) {
        options.put(key, value.toString());
        return this;
    }

    /** The same, unless {@code key} is there already. */
    public AgentString byDefault(String key, Object value) {
        options.putIfAbsent(key, value.toString());
        return this;
    }

    /**
     * The text to hand to the agent: the options themselves, or, when they are too long for that,
     * {@code @} and the path of a file in {@code folder} that holds them.
     */
    public String text(Path folder) throws IOException {
        String text = toString();
        if (text.getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
            return text;
        }
        Path file = Files.createTempFile(folder, FILE_PREFIX, ".txt");
        Files.writeString(file, text);
        return "@" + file.toAbsolutePath();
    }

    private static String item(String key, String value) {
        return key + "=" + value.replace(",", "\\,");
    }

    static boolean isOptionsFile(Path file) {
        return file.getFileName().toString().startsWith(FILE_PREFIX);
    }

    @Override
    public String toString() {
        Stream<String> first = command.isEmpty() ? Stream.empty() : Stream.of(command);
        Stream<String> rest =
                options.entrySet().stream()
                        .map(option -> item(option.getKey(), option.getValue()));
        return Stream.concat(first, rest).collect(Collectors.joining(","));
    }
}
