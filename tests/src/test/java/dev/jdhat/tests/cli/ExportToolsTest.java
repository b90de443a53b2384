// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.tests.harness.Built;
import dev.jdhat.tests.harness.Child;
import dev.jdhat.tests.harness.Jdhat;
import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What `export` writes, as the tools that it is for show it. */
class ExportToolsTest {
    /** 400 bytes in 4 byte[], 8 of them at the end, and 100 in 2 Tag, 50 at the end. */
    private static final String SHOP = """
            {"dhatFileVersion":2,"mode":"jvm-heap","verb":"Allocated","bklt":true,"bkacc":false,
            "tu":"µs","Mtu":"s","tuth":10,"cmd":"shop.Main --all","pid":7,"te":2500000,"tg":1,
            "pps":[
            {"tb":400,"tbk":4,"tl":10,"mb":200,"mbk":2,"gb":200,"gbk":2,"eb":8,"ebk":1,
            "fs":[1,3,5]},
            {"tb":100,"tbk":2,"tl":10,"mb":100,"mbk":2,"gb":50,"gbk":1,"eb":50,"ebk":1,
            "fs":[2,4,5]}
            ],"ftbl":["[root]","0x1: byte[] (class)","0x2: shop.Tag (class)",
            "0x3: shop.Cart.<init> (Cart.java:5)","0x4: shop.Cart.add (Cart.java:6)",
            "0x5: shop.Main.main (Main.java:3)"]}
            """;

    private final Path folder = Built.folder("export");

    @BeforeEach
    void writeProfile() throws IOException {
        Files.writeString(folder.resolve("shop.json"), SHOP);
    }

    private static String output(Path folder, List<String> command) {
        try (Child child = Child.start(command, folder, Map.of("LC_ALL", "C", "TZ", "UTC"))) {
            assertEquals(0, child.await(Duration.ofSeconds(90)), child.toString());
            return child.out();
        }
    }

    private void export(Jvm jvm, String format, String file) {
        Child export = Jdhat.end(0, Jdhat.start(jvm, folder, Map.of(), "export", "shop.json",
                "--format=" + format, "--by=end", "-o", file));
        assertEquals("", export.out() + export.err());
    }

    private String pprof(String... options) {
        List<String> command = new ArrayList<>(List.of("go", "tool", "pprof"));
        command.addAll(List.of(options));
        command.add("shop.pb.gz");
        return output(folder, command).replaceAll("[ \t]+", " ").replaceAll(" *\n *", "\n");
    }

    /** An option's answer has this, blanks aside. */
    private void shows(String part, String... options) {
        String shown = pprof(options);
        assertTrue(shown.contains(part), shown);
    }

    @Test
    void pprofShowsEachFigure() {
        Needs.program("go", "golang-go");
        export(Jvm.JDK_17, "pprof", "shop.pb.gz");
        String rest = "\n0 0% 100% 500B 100% shop.Main.main\n";
        shows("500B total\nflat flat% sum% cum cum%\n"
                + "400B 80.00% 80.00% 400B 80.00% byte[] (class)\n"
                + "100B 20.00% 100% 100B 20.00% shop.Tag (class)\n"
                + "0 0% 100% 400B 80.00% shop.Cart.<init>\n"
                + "0 0% 100% 100B 20.00% shop.Cart.add" + rest,
                "-top", "-sample_index=alloc_space");
        shows("\n4 66.67% 66.67% 4 66.67% byte[] (class)\n", "-top",
                "-sample_index=alloc_objects");
        shows("\n200B 80.00% 80.00% 200B 80.00% byte[] (class)\n", "-top",
                "-sample_index=peak_space");
        shows("\n2 66.67% 66.67% 2 66.67% byte[] (class)\n", "-top",
                "-sample_index=peak_objects");
        shows("\n1 50.00% 50.00% 1 50.00% ", "-top", "-sample_index=inuse_objects");
        shows("Type: inuse_space\n", "-top");
        shows("\n50B 86.21% 86.21% 50B 86.21% shop.Tag (class)\n", "-top");
    }

    @Test
    void pprofShowsStacksClassesAndLines() {
        Needs.program("go", "golang-go");
        export(Jvm.JDK_17, "pprof", "shop.pb.gz");
        shows("\nclass: byte[]\n400B byte[] (class)\nshop.Cart.<init>\nshop.Main.main\n",
                "-traces", "-sample_index=alloc_space");
        shows("class: Total 58.0B\n50.0B (86.21%): shop.Tag\n8.0B (13.79%): byte[]\n", "-tags");
        shows("\n0 0% 100% 100B 20.00% shop.Cart.add Cart.java:6\n", "-top", "-lines",
                "-sample_index=alloc_space");
        assertEquals("shop.Main --all, process 7\n", pprof("-comments"));
    }

    @ParameterizedTest
    @EnumSource(names = {"JDK_17", "JDK_25"})
    void jfrPrintsAllThatItKnowsOfASite(Jvm jvm) {
        export(jvm, "jfr", "shop.jfr");
        String jfr = jvm.require().resolve("bin/jfr").toString();
        String sites = output(folder,
                List.of(jfr, "print", "--events", "jdk.ObjectAllocationSample", "shop.jfr"));
        assertTrue(sites.contains("  startTime = 00:00:02.500"), sites);
        assertTrue(sites.contains("  objectClass = byte[] (classLoader = null)\n"
                + "  weight = 400 bytes\n  totalBlocks = 4\n  totalBytes = 400 bytes\n"
                + "  peakBlocks = 2\n  peakBytes = 200 bytes\n  endBlocks = 1\n"
                + "  endBytes = 8 bytes\n"), sites);
        assertTrue(sites.contains("  lifetime = 0.0100 ms\n"), sites);
        assertTrue(sites.contains("  stackTrace = [\n    shop.Cart.<init>() line: 5\n"
                + "    shop.Main.main() line: 3\n  ]\n"), sites);
        String summary = output(folder, List.of(jfr, "summary", "shop.jfr"));
        assertTrue(summary.contains(" Start: 1970-01-01 00:00:00 (UTC)\n"), summary);
    }

    @Test
    void jfrViewSumsUpAllocations() {
        export(Jvm.JDK_25, "jfr", "shop.jfr");
        String jfr = Jvm.JDK_25.require().resolve("bin/jfr").toString();
        String classes = output(folder, List.of(jfr, "view", "allocation-by-class", "shop.jfr"));
        assertTrue(classes.matches("(?s).*\nbyte\\[] +80\\.00%\nshop\\.Tag +20\\.00%\n.*"),
                classes);
    }

    /** Neither the libraries nor the JVM have anything to say. */
    @ParameterizedTest
    @EnumSource(names = {"JDK_17", "JDK_25"})
    void everyFormatIsWrittenInSilence(Jvm jvm) throws IOException {
        for (String format : List.of("collapsed", "speedscope", "csv", "pprof", "firefox", "otlp",
                "jfr")) {
            export(jvm, format, "shop." + format);
            assertTrue(Files.size(folder.resolve("shop." + format)) > 50, format);
        }
    }
}
