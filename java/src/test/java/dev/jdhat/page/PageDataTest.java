// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jdhat.compare.ProfileDiff;
import dev.jdhat.export.DhatReader;
import dev.jdhat.export.DhatWriter;
import dev.jdhat.filter.Filter;
import dev.jdhat.profile.CourseBuilder;
import dev.jdhat.profile.Curve;
import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileBuilder;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProfileOptions;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.SortBy;
import dev.jdhat.recording.GoldenFiles;
import dev.jdhat.recording.Recording;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageDataTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String VALGRIND = "{\"dhatFileVersion\":2,\"mode\":\"heap\","
            + "\"verb\":\"Allocated\",\"bklt\":true,\"bkacc\":true,\"tu\":\"instrs\","
            + "\"Mtu\":\"Minstr\",\"tuth\":500,\"cmd\":\"./demo\",\"pid\":7,\"te\":9,"
            + "\"tg\":8, \"pps\":[{\"tb\":160,\"tbk\":10,\"tl\":20,\"mb\":160,"
            + "\"mbk\":10,\"gb\":160,\"gbk\":10,\"eb\":160,\"ebk\":10,\"rb\":0,"
            + "\"wb\":160,\"acc\":[-16,10],\"fs\":[1]}],"
            + "\"ftbl\":[\"[root]\",\"0x1: \\ud800 (demo.c:9)\"]}";

    @TempDir
    private Path folder;

    private static JsonNode json(PageData page) throws IOException {
        return MAPPER.readTree(new GZIPInputStream(new ByteArrayInputStream(page.packed())));
    }

    private static PageData.Builder golden(Filter filter) throws IOException {
        try (Recording recording = Recording.open(GoldenFiles.path("golden.jdhat"))) {
            return PageData.of(recording, ProfileOptions.defaults(), filter);
        }
    }

    @Test
    void aRecording() throws IOException {
        JsonNode page = json(golden(Filter.ALL).build());
        assertEquals(List.of("profile", "timeline", "buckets", "sizes", "ages"), names(page));
        JsonNode points = page.get("profile").get("pps");
        assertEquals(profile(), page.get("profile"));
        int edges = page.get("buckets").get("edges").size();
        assertEquals(0, page.get("buckets").get("left").intValue());
        for (int i = 0; i < points.size(); i++) {
            long[] sums = new long[4];
            for (JsonNode row : page.get("buckets").get("points").get("" + i)) {
                assertTrue(row.get(0).intValue() < edges - 1 && row.get(1).intValue() < edges - 1);
                boolean alive = row.get(1).intValue() == -1;
                sums[0] += row.get(2).longValue();
                sums[1] += row.get(3).longValue();
                sums[2] += alive ? row.get(2).longValue() : 0;
                sums[3] += alive ? row.get(3).longValue() : 0;
            }
            JsonNode point = points.get(i);
            assertEquals(point.get("tb").longValue(), sums[0], "" + i);
            assertEquals(point.get("tbk").longValue(), sums[1], "" + i);
            assertEquals(point.get("eb").longValue(), sums[2], "" + i);
            assertEquals(point.get("ebk").longValue(), sums[3], "" + i);
            assertEquals(point.get("tbk").longValue(), sum(page.get("sizes").get("" + i), 1));
            assertEquals(point.get("tb").longValue(), sum(page.get("sizes").get("" + i), 2));
            assertEquals(point.get("ebk").longValue(),
                    sum(page.get("ages").get("" + i).get("alive"), 1));
        }
    }

    private static JsonNode profile() throws IOException {
        try (Recording recording = Recording.open(GoldenFiles.path("golden.jdhat"))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Profile profile = ProfileBuilder.build(recording, ProfileOptions.defaults());
            DhatWriter.writeBriefly(profile, out);
            return MAPPER.readTree(out.toByteArray());
        }
    }

    private static long sum(JsonNode rows, int column) {
        return StreamSupport.stream(rows.spliterator(), false)
                .mapToLong(row -> row.get(column).longValue()).sum();
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void theTimeline() throws IOException {
        JsonNode timeline = json(golden(Filter.ALL).build()).get("timeline");
        assertEquals(List.of("times", "live", "occupied", "allocated", "collections", "marks"),
                names(timeline));
        assertEquals(11, timeline.get("times").size());
        assertEquals(11, timeline.get("occupied").size());
        assertEquals(11, timeline.get("allocated").size());
        assertTrue(timeline.get("live").get(0).isNull());
        assertEquals(62_904, timeline.get("live").get(1).longValue());
        assertEquals("[0,1,0,0,2,0,1,0,2,0,0]", timeline.get("collections").toString());
        assertEquals(1_500_000, timeline.get("marks").get(0).get("time").longValue());
        assertEquals("loaded \ud83d\ude00\0!",
                timeline.get("marks").get(0).get("name").textValue());
    }

    @Test
    void onlyWhatAnExpressionAccepts() throws IOException {
        JsonNode page = json(golden(Filter.parse("class:Basket")).build());
        JsonNode points = page.get("profile").get("pps");
        assertEquals(1, points.size());
        JsonNode allocated = page.get("timeline").get("allocated");
        assertEquals(points.get(0).get("tb").longValue(),
                allocated.get(allocated.size() - 1).longValue());
    }

    private static Profile small(int sites) {
        List<ProgramPoint> points = new ArrayList<>();
        for (int i = 0; i < sites; i++) {
            points.add(ProgramPoint.builder()
                    .frames(List.of("a.Main.f" + i + " (Main.java:" + i + ")"))
                    .total(Figure.of(1 + i, 1)).atPeak(Figure.of(1, 1)).atEnd(Figure.ZERO).build());
        }
        return Profile.builder(ProfileInfo.builder().timeAtPeak(1).timeAtEnd(2).build())
                .points(points).build();
    }

    @Test
    void aProfileAlone() throws IOException {
        JsonNode page = json(PageData.of(small(3)).build());
        assertEquals(List.of("profile"), names(page));
        assertEquals(List.of("live", "profile"), names(json(PageData.of(small(3)).live(true)
                .build())));
    }

    @Test
    void smallSitesAreFolded() throws IOException {
        PageData data = PageData.of(small(100)).threshold(90 / 5050.0).build();
        JsonNode page = json(data);
        assertEquals(List.of("profile", "folded"), names(page));
        assertEquals(89, data.profile().points());
        JsonNode folded = page.get("folded");
        assertEquals(89, folded.get("points").intValue());
        assertEquals(90 / 5050.0, folded.get("threshold").doubleValue());
        assertEquals("{\"bytes\":4005,\"blocks\":89}", folded.get("total").toString());
        assertEquals("{\"bytes\":89,\"blocks\":89}", folded.get("peak").toString());
        assertEquals("{\"bytes\":0,\"blocks\":0}", folded.get("end").toString());
        JsonNode largest = page.get("profile").get("pps").get(0);
        assertEquals(4_005, largest.get("tb").longValue());
        assertEquals("0x1: [folded]", page.get("profile").get("ftbl").get(1).textValue());
        assertEquals(List.of("profile"), names(json(PageData.of(small(100)).threshold(0).build())));
    }

    @Test
    void aPageStaysBelowItsLimits() throws IOException {
        PageData whole = PageData.of(small(20_000)).threshold(0).build();
        PageData few = PageData.of(small(20_000)).limits(5_000, Integer.MAX_VALUE).build();
        assertEquals(15_000, few.profile().points());
        assertEquals(5_001, few.profile().profile().points().size());
        assertEquals(15_000 / 200_010_000.0, few.threshold());
        int most = whole.packed().length / 3;
        PageData packed = PageData.of(small(20_000)).limits(20_000, most).build();
        assertTrue(packed.packed().length <= most && packed.packed().length > most / 2,
                packed.packed().length + " of " + whole.packed().length);
        assertEquals(whole.profile().profile().total(), packed.profile().profile().total());
    }

    @Test
    void twoProfiles() throws IOException {
        ProfileDiff diff = ProfileDiff.between(small(50), small(60), SortBy.TOTAL);
        JsonNode page = json(PageData.of(diff).build());
        assertEquals(List.of("profile", "against"), names(page));
        assertEquals(60, page.get("profile").get("pps").size());
        assertEquals(50, page.get("against").get("pps").size());
    }

    @Test
    void twoProfilesOverTime() throws IOException {
        ProfileOptions options = ProfileOptions.defaults().withSites(true);
        try (Recording recording = Recording.open(GoldenFiles.path("golden.jdhat"))) {
            Profile whole = ProfileBuilder.build(recording, options);
            ProfileDiff diff = ProfileDiff.between(whole, whole, SortBy.TOTAL)
                    .keeping(Filter.parse("class:Basket"));
            Curve part = CourseBuilder.curve(recording, options, diff.before());
            Curve later = CourseBuilder.curve(recording, options, whole);
            JsonNode page = json(PageData.of(diff).curves(part, later).build());
            assertEquals(List.of("profile", "against", "timeline", "earlierTimeline"), names(page));
            assertEquals(json(golden(Filter.ALL).build()).get("timeline"), page.get("timeline"));
            assertEquals(json(golden(Filter.parse("class:Basket")).build()).get("timeline"),
                    page.get("earlierTimeline"));
            assertEquals(List.of("profile", "against", "earlierTimeline"),
                    names(json(PageData.of(diff).curves(part, null).build())));
            assertEquals("Curves are of two profiles, and there is one.",
                    assertThrows(IllegalStateException.class,
                            () -> PageData.of(whole).curves(null, later)).getMessage());
        }
    }

    @Test
    void whatIsKeptOfOneProfileIsKeptOfTheOther() throws IOException {
        Profile before = small(30);
        Profile after = small(90).keeping(point -> point.total().bytes() != 20);
        PageData data = PageData.of(ProfileDiff.between(before, after, SortBy.TOTAL))
                .threshold(0.04).build();
        JsonNode page = json(data);
        assertEquals(frames(page.get("against")).stream()
                .filter(frame -> !frame.contains("f19 ")).collect(Collectors.toList()),
                frames(page.get("profile")));
        assertTrue(frames(page.get("against")).contains("a.Main.f19 (Main.java:19)"));
    }

    private static List<String> frames(JsonNode profile) {
        return StreamSupport.stream(profile.get("ftbl").spliterator(), false)
                .map(frame -> frame.textValue().replaceFirst("0x[0-9a-f]+: ", "")).sorted()
                .collect(Collectors.toList());
    }

    @Test
    void aFileOfAnotherToolIsInThePageAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("valgrind.json"), VALGRIND);
        Path packed = folder.resolve("valgrind.json.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(file, out);
        }
        for (Path each : List.of(file, packed)) {
            Profile profile = DhatReader.read(each);
            JsonNode point = json(PageData.of(profile).original(each).build()).get("profile")
                    .get("pps").get(0);
            assertEquals("[-16,10]", point.get("acc").toString());
            assertEquals(160, point.get("wb").longValue());
        }
    }

    @Test
    void halfCharactersAreReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("valgrind.json"), VALGRIND);
        JsonNode page = json(PageData.of(DhatReader.read(file)).original(file).build());
        assertEquals("0x1: \ufffd (demo.c:9)",
                page.get("profile").get("ftbl").get(1).textValue());
    }

    @Test
    void aThresholdIsAShare() {
        for (double share : new double[] {-0.1, 1.1, Double.NaN}) {
            String message = assertThrows(IllegalArgumentException.class,
                    () -> PageData.of(small(1)).threshold(share)).getMessage();
            assertEquals("A threshold is a share from 0 to 1, and " + share + " is none.", message);
        }
    }
}
