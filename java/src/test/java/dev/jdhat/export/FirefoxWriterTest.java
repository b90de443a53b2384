// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProfileInfoBuilder;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.SortBy;
import dev.jdhat.profile.Unit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The rules of the Firefox Profiler's importer for DHAT files. */
class FirefoxWriterTest {
    /** Its expression for a frame with an address; groups are address, function, file and line. */
    private static final Pattern FRAME = Pattern.compile(
            "^0x([0-9a-f]+): (.+) \\((?:in )?(.+?)(?::(\\d+))?(?::(\\d+))?\\)$",
            Pattern.CASE_INSENSITIVE);

    private static JsonNode written(Profile profile) throws IOException {
        return new ObjectMapper()
                .readTree(ReadBack.written(ExportFormat.FIREFOX, profile, SortBy.TOTAL));
    }

    private static Profile profile(ProfileInfoBuilder info, String... frames) {
        return Profile.builder(info.command("shop.Main").build()).points(List.of(ProgramPoint
                .builder().frames(List.of(frames)).total(Figure.of(30, 1)).build())).build();
    }

    @Test
    void whatTheImporterReadsIsAlwaysThere() throws IOException {
        for (int seed = 1; seed <= 100; seed++) {
            JsonNode file = written(RandomProfile.of(seed));
            assertEquals(2, file.get("dhatFileVersion").intValue());
            assertTrue(file.get("cmd").isTextual() && !file.get("cmd").textValue().isEmpty());
            assertTrue(file.get("pid").isIntegralNumber());
            for (JsonNode point : file.get("pps")) {
                for (String key : List.of("tb", "mb", "gb", "eb")) {
                    assertTrue(point.get(key).isIntegralNumber(), key);
                    assertTrue(point.get(key).longValue() >= 0, key);
                }
                for (JsonNode frame : point.get("fs")) {
                    assertTrue(frame.intValue() > 0 && frame.intValue() < file.get("ftbl").size());
                }
            }
            file.get("ftbl").forEach(FirefoxWriterTest::checkFrame);
        }
    }

    /** A text that the importer does not take apart would show its address. */
    private static void checkFrame(JsonNode frame) {
        assertTrue(frame.isTextual());
        String text = frame.textValue();
        assertTrue(FRAME.matcher(text).matches() || !text.startsWith("0x"), text);
        assertTrue(text.codePoints().noneMatch(c -> c < ' '), text);
    }

    @Test
    void aFrameIsAFunctionWithFileAndLine() throws IOException {
        JsonNode table = written(profile(ProfileInfo.builder(), "byte[] (class)",
                "shop.Cart.add (Cart.java:42)", "x.Y.z (native)", "[jdhat]", "odd\nname (f.c:1)"))
                .get("ftbl");
        List<String> read = new ArrayList<>();
        for (JsonNode frame : table) {
            Matcher parts = FRAME.matcher(frame.textValue());
            read.add(parts.matches() ? parts.group(2) + "@" + parts.group(3) + ":" + parts.group(4)
                    : frame.textValue());
        }
        assertEquals(List.of("[root]", "byte[]@class:null", "shop.Cart.add@Cart.java:42",
                "x.Y.z@native:null", "[jdhat]", "odd name@f.c:1"), read);
    }

    @Test
    void theCommandSaysWhatTheTracksDoNot() throws IOException {
        assertEquals("shop.Main", command(ProfileInfo.builder()));
        assertEquals("shop.Main [estimates]", command(ProfileInfo.builder().sampled(true)));
        assertEquals("shop.Main [maximum, peak and end are not known]",
                command(ProfileInfo.builder().lifetimes(false)));
        assertEquals("shop.Main [units of events, not bytes; a total only]",
                command(ProfileInfo.builder().unit(Unit.AD_HOC).bytesName("units")
                        .blocksName("events").lifetimes(false)));
        assertEquals("unknown command", written(Profile.builder(ProfileInfo.builder().build())
                .build()).get("cmd").textValue());
    }

    private static String command(ProfileInfoBuilder info) throws IOException {
        return written(profile(info, "a.B.c (B.java:1)")).get("cmd").textValue();
    }

    @Test
    void itIsStillADhatFile() throws IOException {
        for (int seed = 1; seed <= 100; seed++) {
            Profile profile = RandomProfile.of(seed);
            Profile read = DhatReader.read(new ByteArrayInputStream(
                    ReadBack.written(ExportFormat.FIREFOX, profile, SortBy.TOTAL)));
            assertEquals(profile.total().bytes(), read.total().bytes());
            assertEquals(profile.atEnd().bytes(), read.atEnd().bytes());
        }
    }
}
