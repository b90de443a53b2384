// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.viewer;

import dev.jdhat.export.DhatReader;
import dev.jdhat.export.DhatWriter;
import dev.jdhat.merge.ProfileMerge;
import dev.jdhat.tests.harness.Collector;
import dev.jdhat.tests.harness.DhView;
import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.RecordedProfile;
import dev.jdhat.tests.harness.Target;
import dev.jdhat.tests.harness.TestJvm;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The original viewer loads what we write, and shows the figures that we say. */
class DhViewTest {
    @Test
    void showsOurFiguresUnderEveryMetric() {
        for (Path report : reports()) {
            DhView.underNode(report).agrees(RecordedProfile.ofReport(report).profile());
        }
    }

    @Test
    void showsThemInChromiumToo() {
        List<Path> reports = reports();
        DhView.inChromium(reports)
                .agrees(RecordedProfile.ofReport(reports.get(0)).profile());
    }

    @Test
    void showsTheSumOfMergedReports(@TempDir Path folder) throws IOException {
        ProfileMerge merge = new ProfileMerge();
        for (String program : new String[] {"Endings", "AllWays"}) {
            Path report = report(TestJvm.on(Jvm.JDK_17, program, "return"));
            merge.add(DhatReader.read(report), report.toString());
        }
        Path sum = folder.resolve("merged.json");
        try (OutputStream out = Files.newOutputStream(sum)) {
            DhatWriter.write(merge.merged(), out);
        }
        DhView.underNode(sum).agrees(merge.merged());
    }

    /**
     * Reports of a program with deaths, of one with recursion, and of a collector that never
     * frees.
     */
    private static List<Path> reports() {
        List<Path> reports = new ArrayList<>();
        reports.add(report(TestJvm.on(Jvm.JDK_17, "Endings", "return")));
        reports.add(report(TestJvm.on(Jvm.JDK_17, "AllWays", "load")));
        reports.add(report(TestJvm.on(Jvm.JDK_17, "Recursion")));
        reports.add(report(
                TestJvm.on(Jvm.JDK_17, "Endings", "return").collector(Collector.EPSILON)));
        return reports;
    }

    private static Path report(TestJvm program) {
        String options = "interval=0,file=recording.jdhat,report=report.json";
        Target target = program.agentPath(options).run();
        return target.folder().resolve("report.json");
    }
}
