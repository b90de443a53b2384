// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import dev.jdhat.export.DhatWriter;
import dev.jdhat.profile.Profile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code index.json}: one entry for each measured test, with its figures and where its profile is.
 * Several JVMs write into one; an entry replaces the older one of its test, and the profile that
 * the older one names goes with it.
 */
final class Index {
    private static final String FILE = "index.json";
    private static final String NAME = "name";
    private static final String KIND = "kind";
    private static final String PROFILE = "profile";

    private interface Writing<T> {
        T run() throws IOException;
    }

    private final Path folder;
    private final Map<String, Map<String, Object>> own = new TreeMap<>();
    private final Map<String, Integer> measured = new HashMap<>();

    Index(Path folder) {
        this.folder = folder;
    }

    /**
     * Adds the answers of one measurement; writes the profiles of those that are to be written, and
     * the index with them.
     *
     * @return for each answer its profile's file; null where none was written
     * @throws IOException when a file cannot be written; the entries are kept
     */
    synchronized List<Path> add(TestName test, List<Answer> answers) throws IOException {
        int count = measured.merge(test.full(), 1, Integer::sum);
        String suffix = count == 1 ? "" : "-" + count;
        List<Map<String, Object>> entries = new ArrayList<>();
        for (Answer answer : answers) {
            Map<String, Object> entry = entry(test.full() + suffix, answer.verdict());
            entries.add(entry);
            own.put(key(entry), entry);
        }
        return answers.stream().anyMatch(Answer::isWritten)
                ? locked(() -> write(test, suffix, answers, entries))
                : Collections.nCopies(answers.size(), null);
    }

    private List<Path> write(TestName test, String suffix, List<Answer> answers,
            List<Map<String, Object>> entries) throws IOException {
        Map<String, Map<String, Object>> all = merged();
        Map<Profile, String> files = new IdentityHashMap<>();
        List<Path> written = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            Answer answer = answers.get(i);
            written.add(null);
            if (answer.isWritten()) {
                String file = files.get(answer.profile());
                if (file == null) {
                    String more = suffix + (files.isEmpty() ? "" : "." + files.size());
                    file = fileName(test.file() + more, test.full() + more, all);
                    files.put(answer.profile(), file);
                    write(answer.profile(), folder.resolve(file));
                }
                entries.get(i).put(PROFILE, file);
                written.set(i, folder.resolve(file));
            }
        }
        write(all);
        return written;
    }

    private static String key(Map<String, Object> entry) {
        return entry.get(NAME) + " " + entry.get(KIND);
    }

    /** Writes what was added since. */
    synchronized void write() throws IOException {
        if (!own.isEmpty()) {
            locked(() -> {
                write(merged());
                return null;
            });
        }
    }

    private static Map<String, Object> entry(String name, Verdict verdict) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put(NAME, name);
        entry.put(KIND, verdict.kind());
        entry.put("bytes", verdict.bytes());
        entry.put("blocks", verdict.blocks());
        entry.put("limit", verdict.limit());
        entry.put("verdict", verdict.passed() ? "passed" : "failed");
        entry.put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        return entry;
    }

    /** Does something while the other JVMs that would wait. */
    private <T> T locked(Writing<T> writing) throws IOException {
        Files.createDirectories(folder);
        try (FileChannel file = FileChannel.open(folder.resolve(FILE + ".lock"),
                StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.lock();
            return writing.run();
        }
    }

    /** What is in the file, and this JVM's entries over it. */
    private Map<String, Map<String, Object>> merged() throws IOException {
        Map<String, Map<String, Object>> all = new TreeMap<>();
        if (Files.exists(folder.resolve(FILE))) {
            Object tests = Json.read(folder.resolve(FILE)).get("tests");
            for (Object entry : tests instanceof List ? (List<?>) tests : List.of()) {
                Map<String, Object> known = new LinkedHashMap<>();
                ((Map<?, ?>) entry).forEach((key, value) -> known.put((String) key, value));
                all.put(key(known), known);
            }
        }
        Set<Object> left = new HashSet<>();
        own.forEach((key, entry) -> {
            Map<String, Object> older = all.put(key, entry);
            left.add(older == null ? null : older.get(PROFILE));
        });
        all.values().forEach(entry -> left.remove(entry.get(PROFILE)));
        for (Object file : left) {
            if (file != null) {
                Files.deleteIfExists(folder.resolve((String) file));
            }
        }
        return all;
    }

    /** Classes of one name in two packages have different files. */
    private static String fileName(String simple, String full,
            Map<String, Map<String, Object>> all) {
        String file = simple + ".json";
        boolean taken = all.values().stream().anyMatch(entry -> file.equals(entry.get(PROFILE))
                && !full.startsWith((String) entry.get(NAME)));
        return taken ? full + ".json" : file;
    }

    private void write(Map<String, Map<String, Object>> all) throws IOException {
        Map<String, Object> index = new LinkedHashMap<>();
        index.put("tests", new ArrayList<Object>(all.values()));
        Json.write(index, folder.resolve(FILE));
    }

    private static void write(Profile profile, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            DhatWriter.write(profile, out);
        }
    }
}
