// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jdhat.merge.ProfileMerge;
import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileBuilder;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProfileOptions;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.recording.GoldenFiles;
import dev.jdhat.recording.Recording;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A merged profile in a file says that it is one, and is read as what it was. */
class MergedFileTest {
    private static Profile golden() throws IOException {
        try (Recording recording = Recording.open(GoldenFiles.path("golden.jdhat"))) {
            return ProfileBuilder.build(recording, ProfileOptions.defaults());
        }
    }

    private static Profile merge(Profile... profiles) {
        ProfileMerge merge = new ProfileMerge();
        for (Profile profile : profiles) {
            merge.add(profile, "a profile");
        }
        return merge.merged();
    }

    private static String write(Profile profile) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DhatWriter.write(profile, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Profile read(String json) throws IOException {
        return DhatReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whatIsReadIsWrittenAgain() throws IOException {
        Profile merged = merge(golden(), golden(), golden());
        String json = write(merged);
        assertEquals(json, write(read(json)));
        assertEquals(merged.runs(), read(json).runs());
    }

    @Test
    void theSumOfFilesIsThatOfTheirProfiles() throws IOException {
        String one = write(golden());
        assertEquals(withoutReals(write(merge(golden(), golden(), golden()))), withoutReals(
                write(merge(read(one), read(write(merge(read(one), read(one))))))));
    }

    /** The last digit of an error depends on the order of adding. */
    private static String withoutReals(String json) {
        return json.replaceAll("\\d+\\.\\d+(E-?\\d+)?", "real");
    }

    @Test
    void theFileSaysWhatItIs() throws IOException {
        Profile golden = golden();
        JsonNode json = new ObjectMapper().readTree(write(merge(golden, golden)));
        JsonNode runs = json.get("jdhat").get("runs");
        assertEquals(2, runs.get("count").asInt());
        assertEquals(2 * golden.info().timeAtEnd(), runs.get("time").asLong());
        assertEquals(0, runs.get("withoutLiveness").asInt());
        assertEquals("4 blocks were lost: max-memory is used up",
                runs.get("notes").get(0).get("text").asText());
        assertEquals(2, runs.get("notes").get(0).get("runs").asInt());
        assertTrue(json.get("jdhat").get("notes").get(0).asText()
                .startsWith("merged from 2 runs: "));
        assertEquals(0, json.get("jdhat").get("marks").size());
        boolean bound = false;
        for (JsonNode point : json.get("pps")) {
            JsonNode least = point.get("jdhat").get("maxAtLeast");
            if (least != null) {
                bound = true;
                assertEquals(point.get("mb").asLong(), 2 * least.get(0).asLong());
                assertEquals(point.get("mbk").asLong(), 2 * least.get(1).asLong());
            }
        }
        assertTrue(bound, "no maximum is an upper bound");
        assertFalse(write(golden).contains("\"runs\""));
    }

    /** Files of other tools have no extension; of several of them the sum has one. */
    @Test
    void mergedFilesOfOtherTools() throws IOException {
        ProgramPoint point = ProgramPoint.builder().frames(List.of("main (demo.c:40)"))
                .total(Figure.of(16, 1)).max(Figure.of(16, 1)).atPeak(Figure.of(16, 1))
                .atEnd(Figure.of(16, 1)).build();
        Profile foreign = Profile.builder(ProfileInfo.builder().mode("heap").timeUnit("instrs")
                .build()).points(List.of(point)).build();
        Profile read = read(write(merge(foreign, foreign)));
        assertEquals("", read.info().version());
        assertEquals(2, read.runs().count());
        assertEquals(Figure.of(32, 2), read.points().get(0).max());
        assertEquals(Figure.of(16, 1), read.points().get(0).maxAtLeast());
    }
}
