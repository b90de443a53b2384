// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.measure;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a program runs under.
 *
 * @param options the tool's own words for what it is to do
 * @param heavy so slow with real programs that one run of each must do
 */
public record Contestant(String name, Tool tool, String options, boolean heavy) {
    public static final Contestant NONE = new Contestant("none", Tool.NOTHING, "", false);

    private static final Pattern KIB = Pattern.compile("=(\\d+)k");
    private static final List<Contestant> ALL = List.of(
            NONE,
            new Contestant("bare", Tool.C_AGENT, "bare=0", false),
            new Contestant("naive", Tool.C_AGENT, "naive=0", true),
            new Contestant("exact", Tool.JDHAT, "interval=exact", false),
            new Contestant("exact-portable", Tool.JDHAT, "interval=exact,stack-walk=portable",
                    true),
            new Contestant("auto", Tool.JDHAT, "interval=auto", false),
            new Contestant("64k", Tool.JDHAT, "interval=64k", false),
            new Contestant("512k", Tool.JDHAT, "interval=512k", false),
            // An interval of one byte: every block is seen. Of 0 async-profiler makes 512 KiB.
            new Contestant("ap-exact", Tool.ASYNC_PROFILER, "alloc=1", true),
            new Contestant("ap-live-exact", Tool.ASYNC_PROFILER, "alloc=1,live", true),
            new Contestant("ap-64k", Tool.ASYNC_PROFILER, "alloc=64k", false),
            new Contestant("ap-live-64k", Tool.ASYNC_PROFILER, "alloc=64k,live", false),
            new Contestant("ap-512k", Tool.ASYNC_PROFILER, "alloc=512k", false),
            new Contestant("ap-live-512k", Tool.ASYNC_PROFILER, "alloc=512k,live", false),
            new Contestant("jfr", Tool.JFR, "", false));

    /** Everybody, in the order of the tables. */
    public static String[] names() {
        return ALL.stream().map(Contestant::name).toArray(String[]::new);
    }

    public static Contestant named(String name) {
        return ALL.stream().filter(contestant -> contestant.name.equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no contestant " + name));
    }

    /** Throws for a name that is nobody's, and for one without whom there is nothing to compare. */
    public static void checkDispensable(Collection<String> names) {
        names.forEach(Contestant::named);
        if (names.contains("none") || names.contains("exact")) {
            throw new IllegalArgumentException("There is no benchmark without none and exact");
        }
    }

    /** The same with more options of the tool. */
    public Contestant with(String more) {
        return new Contestant(name, tool, options + "," + more, heavy);
    }

    /** The mean interval between samples in bytes, NaN when it is not fixed or there is none. */
    public double interval() {
        Matcher matcher = KIB.matcher(options);
        return matcher.find() ? 1024 * Double.parseDouble(matcher.group(1)) : Double.NaN;
    }

    @Override
    public String toString() {
        return name;
    }
}
