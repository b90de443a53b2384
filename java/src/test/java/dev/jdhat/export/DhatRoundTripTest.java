// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jdhat.profile.Figure;
import dev.jdhat.profile.PeakKind;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileBuilder;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProfileOptions;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.Selection;
import dev.jdhat.profile.ThreadShare;
import dev.jdhat.profile.Unit;
import dev.jdhat.recording.GoldenFiles;
import dev.jdhat.recording.Recording;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DhatRoundTripTest {
    private static Profile golden(ProfileOptions options) throws IOException {
        try (Recording recording = Recording.open(GoldenFiles.path("golden.jdhat"))) {
            return ProfileBuilder.build(recording, options);
        }
    }

    private static byte[] write(Profile profile) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DhatWriter.write(profile, out);
        return out.toByteArray();
    }

    private static Profile read(byte[] json) throws IOException {
        return DhatReader.read(new ByteArrayInputStream(json));
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        for (PeakKind kind : PeakKind.values()) {
            Profile profile = golden(ProfileOptions.defaults().withPeak(kind));
            assertSame(profile, read(write(profile)));
        }
        Profile adHoc = golden(ProfileOptions.defaults().withUnit(Unit.AD_HOC));
        assertSame(adHoc, read(write(adHoc)));
    }

    @Test
    void marksAndWindowsAreRead() throws IOException {
        Profile whole = golden(ProfileOptions.defaults());
        assertEquals(1, whole.marks().size());
        assertEquals(1, whole.info().windows().size());
        assertTrue(whole.info().marks().get(0).from() > 0);
        assertEquals(whole.marks(), read(write(whole)).marks());
        Profile window = golden(ProfileOptions.defaults().withTrim(1)
                .withSelection(Selection.all().withWindow(1)));
        assertEquals(0, window.info().windows().get(0).from());
        assertEquals(window.info().timeAtEnd(), window.info().windows().get(0).to());
        assertSame(window, read(write(window)));
    }

    @Test
    void whatIsReadIsWrittenAgain() throws IOException {
        byte[] json = write(golden(ProfileOptions.defaults()));
        assertEquals(new String(json, StandardCharsets.UTF_8),
                new String(write(read(json)), StandardCharsets.UTF_8));
    }

    private static void assertSame(Profile expected, Profile actual) {
        assertEquals(expected.total(), actual.total());
        assertEquals(expected.atPeak(), actual.atPeak());
        assertEquals(expected.atEnd(), actual.atEnd());
        assertEquals(expected.livePeak(), actual.livePeak());
        assertEquals(expected.fullLivePeak(), actual.fullLivePeak());
        assertEquals(expected.occupiedPeak(), actual.occupiedPeak());
        assertEquals(expected.points().size(), actual.points().size());
        for (int i = 0; i < expected.points().size(); i++) {
            assertEquals(facts(expected.points().get(i)), facts(actual.points().get(i)));
        }
        assertEquals(facts(expected.info()), facts(actual.info()));
    }

    private static List<Object> facts(ProgramPoint point) {
        List<Object> facts = new ArrayList<>(List.of(point.frames(), point.allocatedClass(),
                point.total(), point.atPeak(), point.atEnd(), point.max(), point.maxLowerBound(),
                point.lifetime(), point.lifetimeMax(), point.samples(), point.temporaryBlocks()));
        facts.add(point.survivorAges());
        facts.add(point.deathAges());
        facts.add(point.maxAtLeast());
        facts.add(point.threads());
        return facts;
    }

    private static List<Object> facts(ProfileInfo info) {
        return List.of(info.unit(), info.mode(), info.verb(), info.bytesName(), info.byteName(),
                info.blocksName(), info.lifetimes(), info.timeUnit(), info.megaTimeUnit(),
                info.command(), info.pid(), info.timeAtPeak(), info.timeAtEnd(), info.peakKind(),
                info.version(), info.collector(), info.javaVersion(), info.attached(),
                info.sampled(), info.sampling(), info.exact(),
                info.olderThreads(), info.thinned(),
                info.thinnedSince(), info.finalCollection(), info.ending(), info.tornBytes(),
                info.epochs(), info.collections(), info.compacted(), info.liveAtAll(),
                info.dropped(), info.lost(), info.untracked(), info.folded(),
                info.doubtfulStacks(), info.jvmAllocated(), info.notes(), info.marks(),
                info.windows());
    }

    @Test
    void theFileIsWhatDhViewWants() throws IOException {
        byte[] bytes = write(golden(ProfileOptions.defaults()));
        JsonNode json = new ObjectMapper().readTree(bytes);
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        assertEquals(List.of("dhatFileVersion", "mode", "verb", "bklt", "bkacc", "tu", "Mtu",
                "tuth", "cmd", "pid", "te", "tg", "jdhat", "pps", "ftbl"), names);
        assertEquals("jvm-heap", json.get("mode").asText());
        assertEquals("Allocated", json.get("verb").asText());
        assertEquals("µs", json.get("tu").asText());
        assertTrue(new String(bytes, StandardCharsets.UTF_8)
                .startsWith("{\"dhatFileVersion\":2\n,\"mode\":\"jvm-heap\","));
        assertEquals("[root]", json.get("ftbl").get(0).asText());
        for (int i = 1; i < json.get("ftbl").size(); i++) {
            assertTrue(json.get("ftbl").get(i).asText()
                    .startsWith("0x" + Integer.toHexString(i) + ": "));
        }
        Set<JsonNode> stacks = new HashSet<>();
        long previous = Long.MAX_VALUE;
        for (JsonNode point : json.get("pps")) {
            assertTrue(stacks.add(point.get("fs")));
            assertTrue(point.get("fs").size() > 0);
            assertTrue(point.get("tb").asLong() <= previous);
            previous = point.get("tb").asLong();
            point.get("fs").forEach(f -> assertTrue(f.asInt() > 0
                    && f.asInt() < json.get("ftbl").size()));
        }
        assertTrue(json.get("te").asLong() >= json.get("tg").asLong());
        assertEquals("live", json.get("jdhat").get("peak").asText());
        assertEquals("done", json.get("jdhat").get("finalCollection").asText());
    }

    @Test
    void adHocHasItsUnitsAndNoLifetimes() throws IOException {
        JsonNode json = new ObjectMapper().readTree(
                write(golden(ProfileOptions.defaults().withUnit(Unit.AD_HOC))));
        assertEquals("jvm-ad-hoc", json.get("mode").asText());
        assertEquals("Occurred", json.get("verb").asText());
        assertEquals("units", json.get("bsu").asText());
        assertFalse(json.get("bklt").asBoolean());
        assertFalse(json.has("tg") || json.has("tuth"));
        assertTrue(json.get("te").asLong() > 0);
        JsonNode point = json.get("pps").get(0);
        assertEquals(350, point.get("tb").asLong());
        for (String zero : List.of("mb", "gb", "eb")) {
            assertEquals(0, point.get(zero).asLong(), zero);
        }
        assertFalse(point.has("tl") || point.has("gbk"));
    }

    @Test
    void anUnknownPointIsZeroAndFlagged() throws IOException {
        ProgramPoint unknown = ProgramPoint.builder().frames(List.of("a.B.c (B.java:1)"))
                .total(Figure.of(48, 3)).samples(3).build();
        Profile profile = Profile.builder(ProfileInfo.builder().version("0.1.0").build())
                .points(List.of(unknown)).build();
        JsonNode point = new ObjectMapper().readTree(write(profile)).get("pps").get(0);
        assertEquals(0, point.get("gb").asLong());
        assertTrue(point.get("jdhat").get("unknown").asBoolean());
        assertFalse(read(write(profile)).points().get(0).atPeak().known());
    }

    @Test
    void sharesOfThreadsAreRead() throws IOException {
        ProgramPoint point = ProgramPoint.builder().frames(List.of("a.B.c (B.java:1)"))
                .total(Figure.of(48, 3)).samples(3).threads(List.of(
                        new ThreadShare("", Figure.of(16, 1), Figure.UNKNOWN, Figure.UNKNOWN),
                        new ThreadShare("main", Figure.of(32, 2, 3.5, 0.25), Figure.of(16, 1),
                                Figure.of(0, 0)))).build();
        Profile profile = Profile.builder(ProfileInfo.builder().version("0.1.0").build())
                .points(List.of(point)).build();
        assertEquals(point.threads(), read(write(profile)).points().get(0).threads());
        JsonNode threads = new ObjectMapper().readTree(write(profile)).get("pps").get(0)
                .get("jdhat").get("threads");
        assertEquals("[{\"name\":\"\",\"total\":[16,1]},{\"name\":\"main\",\"total\":"
                + "[32,2,3.5,0.25],\"peak\":[16,1],\"end\":[0,0]}]", threads.toString());
    }

    @Test
    void halfSurrogatesDoNotEndTheReport() throws IOException {
        ProgramPoint odd = ProgramPoint.builder().frames(List.of("a.\ud800\ud83d\ude00 (native)"))
                .total(Figure.of(1, 1)).build();
        Profile profile = Profile.builder(ProfileInfo.builder().build()).points(List.of(odd))
                .build();
        assertEquals(List.of("a.\ufffd\ud83d\ude00 (native)"),
                read(write(profile)).points().get(0).frames());
    }
}
