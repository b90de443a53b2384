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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Speedscope's own format: frames once, then a profile for each figure that is known. */
final class SpeedscopeWriter implements ProfileWriter {
    private static final JsonFactory JSON = JsonFactory.builder().build();

    @Override
    public void write(Profile profile, SortBy by, OutputStream out) throws IOException {
        try (JsonGenerator raw = JSON.createGenerator(out)) {
            raw.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            JsonGenerator json = new SoundText(raw);
            Map<String, Integer> frames = new LinkedHashMap<>();
            profile.points().forEach(point -> point.frames()
                    .forEach(frame -> frames.putIfAbsent(frame, frames.size())));
            json.writeStartObject();
            json.writeStringField("$schema",
                    "https://www.speedscope.app/file-format-schema.json");
            json.writeStringField("exporter", "jdhat");
            json.writeStringField("name", profile.info().command());
            writeFrames(json, frames);
            json.writeArrayFieldStart("profiles");
            for (SortBy figure : SortBy.of(profile.info())) {
                if (figure.of(profile).known()) {
                    writeProfile(json, profile, figure, frames, true);
                    writeProfile(json, profile, figure, frames, false);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.flush();
    }

    private static void writeFrames(JsonGenerator json, Map<String, Integer> frames)
            throws IOException {
        json.writeObjectFieldStart("shared");
        json.writeArrayFieldStart("frames");
        for (String frame : frames.keySet()) {
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
            Map<String, Integer> frames, boolean bytes) throws IOException {
        ToLongFunction<Figure> weight = bytes ? Figure::bytes : Figure::blocks;
        List<ProgramPoint> points = new ArrayList<>();
        for (ProgramPoint point : profile.points()) {
            if (by.of(point).known() && weight.applyAsLong(by.of(point)) > 0) {
                points.add(point);
            }
        }
        json.writeStartObject();
        json.writeStringField("type", "sampled");
        json.writeStringField("name", (bytes ? profile.info().bytesName()
                : profile.info().blocksName()) + " " + by.text());
        json.writeStringField("unit", bytes && profile.info().byteName().equals("byte") ? "bytes"
                : "none");
        json.writeNumberField("startValue", 0);
        json.writeNumberField("endValue", points.stream()
                .mapToLong(point -> weight.applyAsLong(by.of(point))).sum());
        json.writeArrayFieldStart("samples");
        for (ProgramPoint point : points) {
            json.writeStartArray();
            for (int i = point.frames().size(); i-- > 0;) {
                json.writeNumber(frames.get(point.frames().get(i)));
            }
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("weights");
        for (ProgramPoint point : points) {
            json.writeNumber(weight.applyAsLong(by.of(point)));
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
