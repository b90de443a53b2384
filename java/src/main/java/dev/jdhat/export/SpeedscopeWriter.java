// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.SortBy;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/** Speedscope's own format: frames once, then a profile for each figure that is known. */
final class SpeedscopeWriter implements ProfileWriter {
    private static final JsonFactory JSON = JsonFactory.builder().build();

    @Override
    public void write(Profile profile, SortBy by, OutputStream out) throws IOException {
        try (JsonGenerator raw = JSON.createGenerator(out)) {
            raw.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            JsonGenerator json = new SoundText(raw);
            List<String> frames = new ArrayList<>();
            List<int[]> stacks = stacks(profile, new TextNumbering(0, frames::add));
            json.writeStartObject();
            json.writeStringField("$schema",
                    "https://www.speedscope.app/file-format-schema.json");
            json.writeStringField("exporter", "jdhat");
            json.writeStringField("name", profile.info().command());
            writeFrames(json, frames);
            json.writeArrayFieldStart("profiles");
            for (SortBy figure : SortBy.of(profile.info())) {
                if (figure.of(profile).known()) {
                    writeProfile(json, profile, figure, stacks, true);
                    writeProfile(json, profile, figure, stacks, false);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.flush();
    }

    /** The frames of each site, root first. */
    private static List<int[]> stacks(Profile profile, TextNumbering frames) {
        List<int[]> stacks = new ArrayList<>(profile.points().size());
        for (ProgramPoint point : profile.points()) {
            int[] leafFirst = frames.of(point.frames());
            int[] stack = new int[leafFirst.length];
            for (int i = 0; i < stack.length; i++) {
                stack[stack.length - 1 - i] = leafFirst[i];
            }
            stacks.add(stack);
        }
        return stacks;
    }

    private static void writeFrames(JsonGenerator json, List<String> frames)
            throws IOException {
        json.writeObjectFieldStart("shared");
        json.writeArrayFieldStart("frames");
        for (String frame : frames) {
            FrameText parts = FrameText.of(frame);
            json.writeStartObject();
            json.writeStringField("name", parts.name());
            if (parts.line() > 0) {
                json.writeStringField("file", parts.file());
                json.writeNumberField("line", parts.line());
            }
            if (parts.column() > 0) {
                json.writeNumberField("col", parts.column());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeProfile(JsonGenerator json, Profile profile, SortBy by,
            List<int[]> stacks, boolean bytes) throws IOException {
        ToLongFunction<Figure> weight = bytes ? Figure::bytes : Figure::blocks;
        long[] weights = profile.points().stream()
                .mapToLong(point -> weight.applyAsLong(by.of(point))).toArray();
        json.writeStartObject();
        json.writeStringField("type", "sampled");
        json.writeStringField("name", (bytes ? profile.info().bytesName()
                : profile.info().blocksName()) + " " + by.text());
        json.writeStringField("unit", bytes && profile.info().byteName().equals("byte") ? "bytes"
                : "none");
        json.writeNumberField("startValue", 0);
        json.writeNumberField("endValue", Arrays.stream(weights).sum());
        json.writeArrayFieldStart("samples");
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                json.writeArray(stacks.get(i), 0, stacks.get(i).length);
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("weights");
        for (long each : weights) {
            if (each > 0) {
                json.writeNumber(each);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
