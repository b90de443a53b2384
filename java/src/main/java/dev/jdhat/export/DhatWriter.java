// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.Unit;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes DHAT files, version 2, in Valgrind's order of keys, with what DHAT has no key for in
 * objects named {@code jdhat}.
 */
public final class DhatWriter {
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private final Profile profile;
    private final JsonGenerator json;
    private final DhatForm form;
    private final ExtensionWriter extension;
    private final List<String> frames = new ArrayList<>();
    private final FrameNumbering numbers = new FrameNumbering(0, frames::add);

    private DhatWriter(Profile profile, JsonGenerator json, DhatForm form) {
        this.profile = profile;
        this.json = json;
        this.form = form;
        extension = new ExtensionWriter(json);
        numbers.of("[root]");
    }

    /** Writes UTF-8 JSON; flushes the stream and leaves it open. */
    public static void write(Profile profile, OutputStream out) throws IOException {
        write(profile, new DhatForm(), false, out);
    }

    /** As above; standard errors and mean ages have four significant digits, which packs better. */
    public static void writeBriefly(Profile profile, OutputStream out) throws IOException {
        write(profile, new DhatForm(), true, out);
    }

    /** In a form that a reader wants. */
    static void write(Profile profile, DhatForm form, OutputStream out) throws IOException {
        write(profile, form, false, out);
    }

    private static void write(Profile profile, DhatForm form, boolean briefly, OutputStream out)
            throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            JsonGenerator sound = new SoundText(json);
            new DhatWriter(profile, briefly ? new FewDigits(sound) : sound, form).write();
        }
        out.flush();
    }

    private void write() throws IOException {
        ProfileInfo info = profile.info();
        json.writeStartObject();
        json.writeNumberField("dhatFileVersion", DhatReader.FILE_VERSION);
        line();
        json.writeStringField("mode", info.mode());
        json.writeStringField("verb", info.verb());
        line();
        json.writeBooleanField("bklt", info.lifetimes());
        json.writeBooleanField("bkacc", false);
        writeUnits(info);
        line();
        json.writeStringField("tu", info.timeUnit());
        json.writeStringField("Mtu", info.megaTimeUnit());
        if (info.lifetimes()) {
            line();
            json.writeNumberField("tuth", info.shortLived());
        }
        line();
        json.writeStringField("cmd", form.command(info));
        line();
        json.writeNumberField("pid", info.pid());
        line();
        json.writeNumberField("te", Math.max(1, info.timeAtEnd()));
        if (info.lifetimes()) {
            line();
            json.writeNumberField("tg", info.timeAtPeak());
        }
        extension.write(profile);
        writePoints();
        writeFrames();
        json.writeEndObject();
        line();
    }

    /** A line begins with the comma of its first field, as in Valgrind's files. */
    private void line() throws IOException {
        json.writeRaw('\n');
    }

    private void writeUnits(ProfileInfo info) throws IOException {
        if (info.unit() == Unit.AD_HOC || !info.bytesName().equals("bytes")
                || !info.blocksName().equals("blocks")) {
            line();
            json.writeStringField("bu", info.byteName());
            json.writeStringField("bsu", info.bytesName());
            json.writeStringField("bksu", info.blocksName());
        }
    }

    private void writePoints() throws IOException {
        line();
        json.writeArrayFieldStart("pps");
        for (ProgramPoint point : profile.points()) {
            line();
            writePoint(point);
        }
        json.writeEndArray();
    }

    private void writePoint(ProgramPoint point) throws IOException {
        json.writeStartObject();
        writeFigure("tb", "tbk", point.total());
        if (profile.info().lifetimes()) {
            json.writeNumberField("tl", point.lifetime());
            writeFigure("mb", "mbk", point.max());
            writeFigure("gb", "gbk", point.atPeak());
            writeFigure("eb", "ebk", point.atEnd());
        } else if (form.zeros(profile.info())) {
            writeZeros();
        }
        json.writeArrayFieldStart("fs");
        for (int frame : numbers.of(point.frames())) {
            json.writeNumber(frame);
        }
        json.writeEndArray();
        extension.write(point, profile);
        json.writeEndObject();
    }

    private void writeFigure(String bytes, String blocks, Figure figure) throws IOException {
        json.writeNumberField(bytes, figure.bytes());
        json.writeNumberField(blocks, figure.blocks());
    }

    private void writeZeros() throws IOException {
        json.writeNumberField("mb", 0);
        json.writeNumberField("gb", 0);
        json.writeNumberField("eb", 0);
    }

    private void writeFrames() throws IOException {
        line();
        json.writeArrayFieldStart("ftbl");
        for (int i = 0; i < frames.size(); i++) {
            line();
            json.writeString(i == 0 ? frames.get(i) : form.frame(i, frames.get(i)));
        }
        json.writeEndArray();
    }
}
