// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.harness;

import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;

/** A report as Valgrind's own, unmodified viewer shows it. Fails where the viewer complains. */
public final class DhView {
    private static final Path VIEWER = Path.of("/usr/libexec/valgrind/dh_view.js");

    private final String text;

    private DhView(String text) {
        this.text = text;
    }

    /** Whether it can be asked: {@link #underNode} ends the test where it cannot. */
    public static boolean isThere() {
        return Files.exists(VIEWER) && Needs.isOnPath("node");
    }

    /** Under node, on a stub of the document. */
    public static DhView underNode(Path report) {
        return new DhView(run("stub.js", List.of(report)));
    }

    /** In a headless Chromium, for several reports in turn. */
    public static DhView inChromium(List<Path> reports) {
        Needs.program("chromium", "chromium");
        return new DhView(run("chromium.js", reports));
    }

    /** The page under every sort metric, one after the other. */
    public String text() {
        return text;
    }

    /** Bytes and blocks that the page shows for the whole program, as { bytes, blocks }. */
    public long[] total() {
        return figure("Total:");
    }

    public long[] atPeak() {
        return figure("At t-gmax:");
    }

    public long[] atEnd() {
        return figure("At t-end:");
    }

    /** Fails unless the page shows the figures of the profile. */
    public void agrees(Profile profile) {
        Assertions.assertArrayEquals(shown(profile.total()), total());
        if (profile.info().lifetimes()) {
            Assertions.assertArrayEquals(shown(profile.atPeak()), atPeak());
            Assertions.assertArrayEquals(shown(profile.atEnd()), atEnd());
        }
    }

    private static long[] shown(Figure figure) {
        return new long[] {figure.bytes(), figure.blocks()};
    }

    private long[] figure(String title) {
        Matcher found = Pattern
                .compile(title + " +([0-9,]+) (?:bytes|units) .*?in ([0-9,]+) (?:blocks|events)")
                .matcher(text);
        if (!found.find()) {
            throw new AssertionError("The page has no '" + title + "':\n" + text);
        }
        return new long[] {number(found.group(1)), number(found.group(2))};
    }

    private static long number(String shown) {
        return Long.parseLong(shown.replace(",", ""));
    }

    private static String run(String script, List<Path> reports) {
        if (!Files.exists(VIEWER)) {
            Needs.missing(VIEWER.toString(), "install the package valgrind");
        }
        Needs.program("node", "nodejs");
        List<String> command = new ArrayList<>(List.of(
                "node", Built.root().resolve("tests/dhview/" + script).toString(),
                VIEWER.toString()));
        reports.forEach(report -> command.add(report.toAbsolutePath().toString()));
        try (Child child = Child.start(command, Built.folder("dhview"), Map.of("LC_ALL", "C"))) {
            if (child.await(Duration.ofMinutes(3)) != 0) {
                throw new AssertionError("dh_view.js refuses the report: " + child.err());
            }
            return child.out();
        }
    }
}
