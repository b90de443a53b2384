// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.cli.demo.KnownSite;
import dev.jdhat.profile.FinalCollection;
import dev.jdhat.tests.harness.Built;
import dev.jdhat.tests.harness.Child;
import dev.jdhat.tests.harness.Folder;
import dev.jdhat.tests.harness.Jdhat;
import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.Points;
import dev.jdhat.tests.harness.RecordedProfile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The demo's profile shows each leak that was built into it, to the block. */
class DemoTest {
    @ParameterizedTest
    @EnumSource(names = {"JDK_17", "JDK_25"})
    void showsWhatWasBuiltIn(Jvm jvm) {
        jvm.require();
        Path folder = Built.folder("demo");
        Child demo = Jdhat.end(0, Jdhat.start(jvm, folder, Map.of(), "demo"));
        assertEquals(List.of("dhat-heap.json"), Folder.files(folder));
        Path json = folder.resolve("dhat-heap.json");
        RecordedProfile profile = RecordedProfile.ofReport(json);
        assertTrue(profile.info().exact(), demo.err());
        assertEquals(FinalCollection.DONE, profile.info().finalCollection());
        for (KnownSite site : KnownSite.values()) {
            Points points = profile.points().throughFrame(site.frame() + " (");
            points.total().is(site.totalBlocks(), site.totalBytes());
            points.atEnd().is(site.endBlocks(), site.endBytes());
        }
        says(demo);
    }

    private static void says(Child demo) {
        String out = demo.out();
        assertTrue(out.startsWith("object store: 2000 objects, 500 confirmations open, 40 uploads"
                + " waiting for quota, 200 watchers\n"), out);
        for (KnownSite site : KnownSite.values()) {
            assertTrue(out.contains("\n* " + site.title() + "\n"), site + " in: " + out);
        }
        List<String> err = demo.err().lines().toList();
        assertEquals("jdhat: profiling the demo, every block of it; this takes a few seconds",
                err.get(0));
        assertTrue(err.stream().allMatch(line -> line.startsWith("jdhat: ")), demo.err());
        assertTrue(err.contains("jdhat: Figures are exact"), demo.err());
        assertEquals("jdhat: The data has been saved to dhat-heap.json, and is viewable with"
                + " dh_view.html", err.get(err.size() - 1));
    }
}
