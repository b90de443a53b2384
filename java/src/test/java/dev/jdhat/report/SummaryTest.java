// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jdhat.profile.Figure;
import dev.jdhat.profile.FinalCollection;
import dev.jdhat.profile.Peak;
import dev.jdhat.profile.PeakKind;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProfileInfoBuilder;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.Sampling;
import dev.jdhat.profile.Tally;
import dev.jdhat.profile.Unit;
import dev.jdhat.recording.Ending;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private static ProfileInfoBuilder info() {
        return ProfileInfo.builder().version("0.1.0").finalCollection(FinalCollection.DONE);
    }

    private static Profile.Builder profile(ProfileInfoBuilder info, Figure total, Figure rest) {
        return Profile.builder(info.build()).points(List.of(ProgramPoint.builder()
                .frames(List.of("f")).total(total).atPeak(rest).atEnd(rest).max(rest).build()));
    }

    private static void lines(Profile profile, String... expected) {
        assertEquals(String.join("\n", expected),
                String.join("\n", Summary.lines(profile, Path.of("dhat-heap.json"))));
    }

    @Test
    void exactRun() {
        Figure figure = Figure.of(1_256, 6);
        lines(profile(info(), figure, figure).livePeak(new Peak(figure, 5, false))
                .occupiedPeak(new Peak(Figure.of(2_000, 7), 4, false)).build(),
                "jdhat: Total:      1,256 bytes in 6 blocks",
                "jdhat: At t-gmax:  1,256 bytes in 6 blocks",
                "jdhat: At t-end:   1,256 bytes in 6 blocks",
                "jdhat: Occupied:   2,000 bytes in 7 blocks at the peak with garbage",
                "jdhat: Figures are exact",
                "jdhat: The data has been saved to dhat-heap.json, and is viewable with"
                        + " dh_view.html");
    }

    @Test
    void sampledRunWithAllThatCanGoWrong() {
        Figure total = Figure.of(5_000_000, 70, 1234.4, 3);
        Figure live = Figure.of(1_000, 2, 100, 1);
        ProfileInfoBuilder info = info().sampled(true).sampling(Sampling.every(524_288)).attached(true)
                .thinned(true).thinnedSince(2_500_000).lost(new Tally(4, 4_096))
                .dropped(new Tally(1, 64)).untracked(new Tally(2, 32)).folded(new Tally(3, 48))
                .finalCollection(FinalCollection.NOT_FINISHED).ending(Ending.OPEN).tornBytes(74)
                .compacted(true).doubtfulStacks(1).jvmAllocated(10_000_000)
                .notes(List.of("liveness is limited"));
        lines(profile(info, total, live).livePeak(new Peak(live, 5, true))
                .fullLivePeak(new Peak(Figure.of(900, 1), 4, false)).build(),
                "jdhat: Attached to a running JVM: t-end is what was allocated since the start and"
                        + " still there; older blocks are not known",
                "jdhat: Total:      5,000,000 bytes in 70 blocks",
                "jdhat: At t-gmax:  1,000 bytes in 2 blocks",
                "jdhat: At t-end:   1,000 bytes in 2 blocks",
                "jdhat: Live, full: 900 bytes in 1 blocks at the peak after full collections",
                "jdhat: Error:      ± 1,234 (Total), ± 100 (t-gmax), ± 100 (t-end) bytes, one"
                        + " standard error",
                "jdhat: Figures are estimates: sampled every 512 KiB",
                "jdhat: The live peak is an upper bound: young collections only",
                "jdhat: Live figures are estimates since 2.5 s: only some blocks were watched, to"
                        + " bound the agent's memory",
                "jdhat: 4,096 bytes in 4 blocks were lost for want of room: totals are lower"
                        + " bounds",
                "jdhat: 64 bytes in 1 blocks were dropped: first samples of threads, drawn before"
                        + " the start",
                "jdhat: 32 bytes in 2 blocks could not be watched: live figures are without them",
                "jdhat: 48 bytes in 3 blocks are folded into [other stacks]",
                "jdhat: 1 stacks may be misattributed",
                "jdhat: The recording was compacted: maxima of program points are lower bounds",
                "jdhat: There was no final collection: garbage may be in t-end",
                "jdhat: The recording has no end: the target was killed or is still running",
                "jdhat: The last 74 bytes of the recording are torn and were ignored",
                "jdhat: Note: liveness is limited",
                "jdhat: The JVM itself counts 10,000,000 bytes: the total is 50.0 % of that",
                "jdhat: The data has been saved to dhat-heap.json, and is viewable with"
                        + " dh_view.html");
    }

    private static void kind(ProfileInfoBuilder info, String expected) {
        Figure total = Figure.of(1_000_000, 5_000, 100, 5);
        List<String> lines = Summary.lines(profile(info, total, Figure.ZERO).build(), null);
        assertEquals("jdhat: " + expected, lines.get(4), lines.toString());
    }

    @Test
    void whatWasExactAndWhatWasEstimated() {
        Tally exact = new Tally(900, 31_000);
        kind(info().sampled(true).sampling(new Sampling(0, exact, 4_096, 524_288, 430_000)),
                "Figures are exact up to 0.4 s and estimates since: 31,000 bytes in 900 blocks"
                        + " (3.1 % of the bytes) were counted one by one, the rest sampled every"
                        + " 4 KiB to 512 KiB");
        kind(info().sampled(true).sampling(new Sampling(0, exact, 4_096, 4_096, 0)),
                "Figures are estimates: 31,000 bytes in 900 blocks (3.1 % of the bytes) were"
                        + " counted one by one, the rest sampled every 4 KiB");
        kind(info().sampled(true)
                .sampling(new Sampling(524_288, Tally.NONE, 524_288, 2_097_152, -1)),
                "Figures are estimates: sampled every 512 KiB to 2 MiB");
        kind(info().sampled(true), "Figures are estimates: some blocks were sampled");
    }

    @Test
    void whatIsNotKnownIsADash() {
        Figure total = Figure.of(16, 1);
        lines(profile(info().lifetimes(false).olderThreads(12), total, Figure.UNKNOWN).build(),
                "jdhat: Total:      16 bytes in 1 blocks",
                "jdhat: At t-gmax:  –",
                "jdhat: At t-end:   –",
                "jdhat: Figures are exact except 12 threads older than the agent",
                "jdhat: The data has been saved to dhat-heap.json, and is viewable with"
                        + " dh_view.html");
    }

    @Test
    void occupiedPeakAsTheMainOne() {
        Figure figure = Figure.of(16, 1);
        ProfileInfoBuilder info = info().peakKind(PeakKind.OCCUPIED).liveAtAll(false)
                .finalCollection(FinalCollection.OFF);
        lines(profile(info, figure, figure).livePeak(new Peak(Figure.of(8, 1), 1, true)).build(),
                "jdhat: Total:      16 bytes in 1 blocks",
                "jdhat: At t-gmax:  16 bytes in 1 blocks",
                "jdhat: At t-end:   16 bytes in 1 blocks",
                "jdhat: Live:       8 bytes in 1 blocks at the peak without garbage",
                "jdhat: Figures are exact",
                "jdhat: The live peak is an upper bound: no collection was seen",
                "jdhat: The final collection was off: garbage may be in t-end",
                "jdhat: The data has been saved to dhat-heap.json, and is viewable with"
                        + " dh_view.html");
    }

    @Test
    void adHoc() {
        ProfileInfoBuilder info = info().unit(Unit.AD_HOC).lifetimes(false).bytesName("units")
                .blocksName("events");
        assertEquals(List.of("jdhat: Total:      141 units in 11 events"),
                Summary.lines(profile(info, Figure.of(141, 11), Figure.UNKNOWN).build(), null));
        info.lost(new Tally(3, 24)).attached(true).compacted(true);
        assertEquals(List.of("jdhat: Total:      141 units in 11 events",
                "jdhat: 3 records were lost for want of room: totals are lower bounds"),
                Summary.lines(profile(info, Figure.of(141, 11), Figure.UNKNOWN).build(), null));
    }
}
