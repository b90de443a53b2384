// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileBuilder;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProfileOptions;
import dev.jdhat.profile.Selection;
import dev.jdhat.profile.Unit;
import dev.jdhat.recording.ClockPoint.Reason;
import dev.jdhat.recording.Door;
import dev.jdhat.recording.Liveness;
import dev.jdhat.recording.Recording;
import dev.jdhat.recording.RecordingFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session that records blocks and ad hoc events, from the recording to the DHAT file. */
class AdHocProfileTest {
    private static final int TRACKED = 1;
    private static final int UNTRACKED = 2;

    @TempDir
    private Path folder;

    /** Two kinds and none at one stack; sampled blocks beside them; a window and a mark. */
    private static RecordingFile recording() {
        RecordingFile file = new RecordingFile().session(Door.API, 524_288, Liveness.ON, 5, true);
        file.interval(1, 524_288, 1).note(8, 1, "the VM leaves blocks out");
        file.method(1, "dev.jdhat.agent.AgentCalls", "event", null);
        file.method(2, "dev.jdhat.AdHoc$Kind", "event", "AdHoc.java");
        file.method(3, "a.Copier", "copy", "Copier.java").stack(1, 0, 1, -2, 2, 40, 3, 7);
        file.type(1, "byte[]").stack(2, 0, 3, 8).site(9, 2, 1, 1, false);
        file.scope(1, 0, "window").context(1, 0, "netty.copy").context(2, 0, "polls");
        file.context(3, 1, "polls");
        for (int context = 0; context <= 3; context++) {
            file.site(1 + context, 1, 0, 1, context, true);
        }
        file.row(1, 1, 1, UNTRACKED, 1, 1).row(1, 2, 1, UNTRACKED, 2, 100).rows(1);
        file.request(1, 1, Reason.WINDOW, 0, 0, 0).window(1, 1, 1, 0, false).mark(1, "warm");
        file.row(2, 3, 2, UNTRACKED, 4, 30).row(2, 4, 2, UNTRACKED, 4, 10);
        file.row(2, 9, 2, TRACKED, 1, 64).rows(2);
        return file.request(2, 2, Reason.STATS, 0, 700, 0, 0, 3, 24, 0, 0, 2, 16);
    }

    private Profile build(Selection selection) throws IOException {
        Path file = recording().write(folder.resolve("a.jdhat"));
        try (Recording recording = Recording.open(file)) {
            assertEquals(Set.of(Unit.HEAP, Unit.AD_HOC), ProfileBuilder.units(recording));
            return ProfileBuilder.build(recording, ProfileOptions.defaults()
                    .withUnit(Unit.AD_HOC).withSelection(selection));
        }
    }

    @Test
    void kindsAreLeavesAndBlocksDoNotCount() throws IOException {
        Profile profile = build(Selection.all());
        assertEquals(Figure.of(141, 11), profile.total());
        assertEquals(3, profile.points().size());
        assertEquals(List.of("netty.copy (ad hoc)", "a.Copier.copy (Copier.java:7)"),
                profile.points().get(0).frames());
        assertEquals(Figure.of(40, 8), profile.points().get(1).total());
        assertEquals(List.of("a.Copier.copy (Copier.java:7)"),
                profile.points().get(2).frames());
    }

    @Test
    void nothingOfTheHeapIsSaid() throws IOException {
        ProfileInfo info = build(Selection.all()).info();
        assertTrue(info.exact());
        assertFalse(info.sampled() || info.thinned() || info.lifetimes());
        assertFalse(info.dropped().any() || info.untracked().any());
        assertEquals(0, info.sampling().asked());
        assertEquals(List.of(), info.notes());
    }

    @Test
    void windowsAndMarksSelectEvents() throws IOException {
        assertEquals(Figure.of(10, 4), build(Selection.all().withWindow(1)).total());
        Profile since = build(Selection.all()).bornSince("warm");
        assertEquals(Figure.of(40, 8), since.total());
        assertFalse(since.atEnd().known());
    }

    @Test
    void theFileIsReadAgain() throws IOException {
        Profile profile = build(Selection.all());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DhatWriter.write(profile, out);
        Profile read = DhatReader.read(new ByteArrayInputStream(out.toByteArray()));
        assertEquals(Unit.AD_HOC, read.info().unit());
        assertEquals(profile.total(), read.total());
        assertEquals("jvm-ad-hoc", read.info().mode());
        assertEquals("units", read.info().bytesName());
        assertEquals(700, read.info().timeAtEnd());
        assertFalse(read.atEnd().known() || read.points().get(0).max().known());
    }
}
