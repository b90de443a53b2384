// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jdhat.profile.Figure;
import dev.jdhat.profile.ProgramPoint;
import java.io.IOException;

/** What the files for scripts have in common. */
final class FigureJson {
    private FigureJson() {
    }

    /** An object with bytes, blocks and one standard error of the bytes; null when not known. */
    static void write(JsonGenerator json, String name, Figure figure) throws IOException {
        if (!figure.known()) {
            json.writeNullField(name);
            return;
        }
        json.writeObjectFieldStart(name);
        json.writeNumberField("bytes", figure.bytes());
        json.writeNumberField("blocks", figure.blocks());
        json.writeNumberField("bytesError", Math.round(figure.bytesError()));
        json.writeEndObject();
    }

    /** Its class and its stack, leaf first. */
    static void writeSite(JsonGenerator json, ProgramPoint point) throws IOException {
        json.writeStringField("class", point.type());
        json.writeArrayFieldStart("stack");
        for (String frame : point.stack()) {
            json.writeString(frame);
        }
        json.writeEndArray();
    }
}
