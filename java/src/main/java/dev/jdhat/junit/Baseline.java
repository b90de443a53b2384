// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What some work allocated when its author was content with it: the totals of its sites. A site is
 * a class and the first method of the stack that is not the JDK's, without a line, so that moving
 * code changes nothing. Immutable; a small sorted file, made to be committed.
 */
final class Baseline {
    private static final String JAVA = "java";
    private static final String BYTES = "bytes";
    private static final String BLOCKS = "blocks";
    private static final String SITES = "sites";
    private static final String CLASS = "class";
    private static final String AT = "at";

    private final long java;
    private final Map<String, Spent> sites;

    private Baseline(long java, Map<String, Spent> sites) {
        this.java = java;
        this.sites = sites;
    }

    /** Of what was measured in this JVM. */
    static Baseline of(List<Spent> measured) {
        Map<String, Spent> sites = new TreeMap<>();
        for (Spent one : measured) {
            sites.merge(key(one), one, Spent::plus);
        }
        return new Baseline(Runtime.version().feature(), sites);
    }

    /** @throws IOException when it cannot be read, or is no baseline */
    static Baseline read(Path file) throws IOException {
        try {
            Map<String, Object> object = Json.read(file);
            Map<String, Spent> sites = new TreeMap<>();
            for (Object value : (List<?>) object.get(SITES)) {
                Map<?, ?> site = (Map<?, ?>) value;
                String at = (String) site.get(AT);
                Spent spent = new Spent((String) site.get(CLASS), at, at,
                        (Long) site.get(BYTES), (Long) site.get(BLOCKS));
                sites.put(key(spent), spent);
            }
            return new Baseline((Long) object.get(JAVA), sites);
        } catch (ClassCastException | NullPointerException e) {
            throw new IOException(file + " is no baseline of heap usage tests.", e);
        }
    }

    void write(Path file) throws IOException {
        List<Object> lines = new ArrayList<>();
        for (Spent site : sites.values()) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put(AT, Text.method(site.at()));
            line.put(CLASS, site.type());
            line.put(BYTES, site.bytes());
            line.put(BLOCKS, site.blocks());
            lines.add(line);
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put(JAVA, java);
        object.put(BYTES, bytes());
        object.put(BLOCKS, blocks());
        object.put(SITES, lines);
        Json.write(object, file);
    }

    /** Version of Java it was made with; others may allocate otherwise in the JDK. */
    long java() {
        return java;
    }

    long bytes() {
        return sites.values().stream().mapToLong(Spent::bytes).sum();
    }

    long blocks() {
        return sites.values().stream().mapToLong(Spent::blocks).sum();
    }

    /** What each site has more (negative: less) than in an older one, where they differ. */
    List<Spent> minus(Baseline older) {
        List<Spent> changes = new ArrayList<>();
        Map<String, Spent> all = new TreeMap<>(older.sites);
        all.putAll(sites);
        for (Map.Entry<String, Spent> entry : all.entrySet()) {
            Spent now = sites.get(entry.getKey());
            Spent then = older.sites.get(entry.getKey());
            Spent place = entry.getValue();
            long bytes = (now == null ? 0 : now.bytes()) - (then == null ? 0 : then.bytes());
            long blocks = (now == null ? 0 : now.blocks()) - (then == null ? 0 : then.blocks());
            if (bytes != 0 || blocks != 0) {
                changes.add(new Spent(place.type(), place.at(), place.leaf(), bytes, blocks));
            }
        }
        return changes;
    }

    private static String key(Spent spent) {
        return Text.method(spent.at()) + " " + spent.type();
    }
}
