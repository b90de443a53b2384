// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program to run: options of the JVM, then what follows them on its command line. */
public record Workload(List<String> jvmOptions, List<String> arguments) {
    private static final String PROGRAMS = "dev.jdhat.bench.program.";

    /** A program of the benchmark's own, with the size of heap and of young generation in MB. */
    public static Workload own(Setting setting, int heap, int young, String name,
            Object... arguments) {
        String program = PROGRAMS + name;
        // Equal collections for all: what differs is then what the contestants do.
        List<String> options = new ArrayList<>(List.of("-XX:+UseG1GC", "-Xms" + heap + "m",
                "-Xmx" + heap + "m", "-Xmn" + young + "m", "-XX:CompileCommand=quiet",
                "-XX:CompileCommand=dontinline," + program + "::left",
                "-XX:CompileCommand=dontinline," + program + "::right"));
        List<String> command = new ArrayList<>(List.of("-cp",
                setting.folder().resolve("classes") + ":" + setting.jar(), program));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new Workload(options, command);
    }

    /** ecj, which compiles the core of Lucene again and again; in the short form a file of ours. */
    public static Workload ecj(Setting setting) {
        Path sources = setting.isShort()
                ? setting.root().resolve("java/src/main/java/dev/jdhat/recording/Counter.java")
                : setting.workloads().resolve("lucene/org");
        return real(setting, "-jar", fetched(setting, "ecj-3.38.0.jar"), "-17", "-nowarn",
                "-proc:none", "-repeat", setting.isShort() ? "1" : "2", "-d",
                setting.runFolder().resolve("classes").toString(), sources.toString());
    }

    /** H2 in memory: a table of so many rows, an index, sums, a join and an update. */
    public static Workload h2(Setting setting, int rows) {
        String statements = """
                create table o(id int primary key, cust int, total decimal(10,2), note varchar) as
                    select x, mod(x*7919,50000), x/3.0, 'order number '||x
                    from system_range(1,%d);
                create index i on o(cust);
                select cust, count(*) c, sum(total) t, max(note) from o group by cust
                    order by t desc fetch first 5 rows only;
                select count(*) from o a join o b on a.cust=b.cust where a.id < 20000;
                update o set note = note || ' updated' where mod(id,2)=0
                """.formatted(setting.size(rows, 500));
        return real(setting, "-cp", fetched(setting, "h2-2.3.232.jar"), "org.h2.tools.Shell",
                "-url", "jdbc:h2:mem:b", "-user", "sa", "-sql", statements);
    }

    /** JRuby: deep stacks, and classes that are made while it runs. */
    public static Workload jruby(Setting setting) {
        return real(setting, "-jar", fetched(setting, "jruby-complete-9.4.9.0.jar"),
                setting.root().resolve("tests/bench/words.rb").toString(),
                setting.isShort() ? "1" : "800");
    }

    private static String fetched(Setting setting, String jar) {
        return setting.workloads().resolve(jar).toString();
    }

    /**
     * With the heap that the JVM chooses, as most programs run. In the short form without the
     * slower of the compilers, which would have most of the time.
     */
    private static Workload real(Setting setting, String... arguments) {
        Workload workload = new Workload(List.of("-XX:+UseG1GC"), List.of(arguments));
        return setting.isShort() ? workload.with("-XX:TieredStopAtLevel=1") : workload;
    }

    /** The same with another option for the JVM. */
    public Workload with(String option) {
        List<String> options = new ArrayList<>(jvmOptions);
        options.add(option);
        return new Workload(options, arguments);
    }
}
