// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.page;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jdhat.profile.Curve;
import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;

/** Writes what was there over time into the page document. */
final class CurveWriter {
    private final JsonGenerator json;
    private final Curve curve;
    private final List<Span> marks;

    CurveWriter(JsonGenerator json, Curve curve, List<Span> marks) {
        this.json = json;
        this.curve = curve;
        this.marks = marks;
    }

    /** Under a name that docs/viewer.md has. */
    void write(String name) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeArrayFieldStart("times");
        for (int i = 0; i < curve.size(); i++) {
            json.writeNumber(curve.time(i));
        }
        json.writeEndArray();
        writeFigures("live", curve::live);
        writeFigures("occupied", curve::occupied);
        writeFigures("allocated", curve::allocated);
        json.writeArrayFieldStart("collections");
        for (int i = 0; i < curve.size(); i++) {
            json.writeNumber(curve.collection(i));
        }
        json.writeEndArray();
        writeMarks();
        json.writeEndObject();
    }

    private void writeFigures(String name, IntFunction<Figure> figures) throws IOException {
        json.writeArrayFieldStart(name);
        for (int i = 0; i < curve.size(); i++) {
            Figure figure = figures.apply(i);
            if (figure.known()) {
                json.writeNumber(figure.bytes());
            } else {
                json.writeNull();
            }
        }
        json.writeEndArray();
    }

    private void writeMarks() throws IOException {
        json.writeArrayFieldStart("marks");
        for (Span mark : marks) {
            json.writeStartObject();
            // Names may have halves of surrogate pairs, for which UTF-8 has no bytes.
            byte[] name = mark.name().getBytes(StandardCharsets.UTF_8);
            json.writeFieldName("name");
            json.writeUTF8String(name, 0, name.length);
            json.writeNumberField("time", mark.from());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
