// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jdhat.profile.Ages;
import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Peak;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.Runs;
import dev.jdhat.profile.Sampling;
import dev.jdhat.profile.Span;
import dev.jdhat.profile.Tally;
import dev.jdhat.profile.ThreadShare;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** Writes the objects named {@code jdhat}: what DHAT has no key for. */
final class ExtensionWriter {
    private final JsonGenerator json;

    ExtensionWriter(JsonGenerator json) {
        this.json = json;
    }

    /** Nothing for a profile that jdhat neither recorded nor merged. */
    void write(Profile profile) throws IOException {
        ProfileInfo info = profile.info();
        if (!isOurs(profile)) {
            return;
        }
        json.writeRaw('\n');
        json.writeObjectFieldStart("jdhat");
        json.writeStringField("version", info.version());
        json.writeNumberField("interval", info.sampling().asked());
        json.writeBooleanField("exact", info.exact());
        json.writeBooleanField("sampled", info.sampled());
        write(info.sampling());
        json.writeNumberField("olderThreads", info.olderThreads());
        json.writeBooleanField("attached", info.attached());
        json.writeStringField("collector", info.collector());
        json.writeNumberField("java", info.javaVersion());
        json.writeNumberField("epochs", info.epochs());
        json.writeNumberField("collections", info.collections());
        json.writeBooleanField("compacted", info.compacted());
        json.writeStringField("finalCollection", text(info.finalCollection()));
        json.writeStringField("ending", text(info.ending()));
        json.writeNumberField("tornBytes", info.tornBytes());
        json.writeNumberField("doubtfulStacks", info.doubtfulStacks());
        json.writeNumberField("jvmAllocated", info.jvmAllocated());
        json.writeBooleanField("thinned", info.thinned());
        json.writeNumberField("thinnedSince", info.thinnedSince());
        writePeaks(profile);
        write("dropped", info.dropped());
        write("lost", info.lost());
        write("untracked", info.untracked());
        write("folded", info.folded());
        write(profile.runs());
        writeLists(info);
        json.writeEndObject();
    }

    private static boolean isOurs(Profile profile) {
        return !profile.info().version().isEmpty() || profile.runs().several();
    }

    /** Nothing when the DHAT keys say it all. */
    void write(ProgramPoint point, Profile profile) throws IOException {
        if (!isOurs(profile)) {
            return;
        }
        json.writeObjectFieldStart("jdhat");
        if (!point.allocatedClass().isEmpty()) {
            json.writeStringField("class", point.allocatedClass());
        }
        json.writeNumberField("samples", point.samples());
        if (profile.info().lifetimes()) {
            writeLives(point);
        }
        writeErrors(point);
        writeThreads(point);
        json.writeEndObject();
    }

    /** Nothing where threads are not told apart. */
    private void writeThreads(ProgramPoint point) throws IOException {
        if (point.threads().isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("threads");
        for (ThreadShare share : point.threads()) {
            json.writeStartObject();
            json.writeStringField("name", share.name());
            write("total", share.total());
            write("peak", share.atPeak());
            write("end", share.atEnd());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Bytes and blocks, and their errors where they are estimates. */
    private void write(String name, Figure figure) throws IOException {
        if (!figure.known()) {
            return;
        }
        json.writeArrayFieldStart(name);
        json.writeNumber(figure.bytes());
        json.writeNumber(figure.blocks());
        if (!figure.exact()) {
            json.writeNumber(figure.bytesError());
            json.writeNumber(figure.blocksError());
        }
        json.writeEndArray();
    }

    private void writeLives(ProgramPoint point) throws IOException {
        if (!point.atPeak().known()) {
            json.writeBooleanField("unknown", true);
            return;
        }
        json.writeNumberField("tlMax", point.lifetimeMax());
        json.writeNumberField("temporary", point.temporaryBlocks());
        if (point.maxLowerBound()) {
            json.writeBooleanField("maxLowerBound", true);
        }
        if (point.maxAtLeast() != null) {
            write("maxAtLeast", point.maxAtLeast());
        }
        write("survivorAges", point.survivorAges());
        write("deathAges", point.deathAges());
    }

    private void writePeaks(Profile profile) throws IOException {
        ProfileInfo info = profile.info();
        writeTotalErrors(profile);
        if (!info.lifetimes()) {
            return;
        }
        json.writeStringField("peak", text(info.peakKind()));
        json.writeBooleanField("liveAtAll", info.liveAtAll());
        write("livePeak", profile.livePeak().orElse(null));
        write("fullLivePeak", profile.fullLivePeak().orElse(null));
        write("occupiedPeak", profile.occupiedPeak().orElse(null));
    }

    private void writeTotalErrors(Profile profile) throws IOException {
        if (isExact(profile.total()) && isExact(profile.atPeak())
                && isExact(profile.atEnd())) {
            return;
        }
        json.writeObjectFieldStart("errors");
        writeError("tb", "tbk", profile.total());
        writeError("gb", "gbk", profile.atPeak());
        writeError("eb", "ebk", profile.atEnd());
        json.writeEndObject();
    }

    private void writeErrors(ProgramPoint point) throws IOException {
        if (isExact(point.total()) && isExact(point.max()) && isExact(point.atPeak())
                && isExact(point.atEnd())) {
            return;
        }
        json.writeObjectFieldStart("errors");
        writeError("tb", "tbk", point.total());
        writeError("mb", "mbk", point.max());
        writeError("gb", "gbk", point.atPeak());
        writeError("eb", "ebk", point.atEnd());
        json.writeEndObject();
    }

    private static boolean isExact(Figure figure) {
        return figure.exact() || !figure.known();
    }

    private void writeError(String bytes, String blocks, Figure figure) throws IOException {
        if (!isExact(figure)) {
            json.writeNumberField(bytes, figure.bytesError());
            json.writeNumberField(blocks, figure.blocksError());
        }
    }

    private void write(String name, Peak peak) throws IOException {
        if (peak == null) {
            return;
        }
        json.writeObjectFieldStart(name);
        json.writeNumberField("bytes", peak.figure().bytes());
        json.writeNumberField("blocks", peak.figure().blocks());
        if (!peak.figure().exact()) {
            json.writeNumberField("bytesError", peak.figure().bytesError());
            json.writeNumberField("blocksError", peak.figure().blocksError());
        }
        json.writeNumberField("time", peak.time());
        json.writeBooleanField("upperBound", peak.upperBound());
        json.writeEndObject();
    }

    private void write(String name, Tally tally) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("bytes", tally.bytes());
        json.writeNumberField("blocks", tally.blocks());
        json.writeEndObject();
    }

    private void write(String name, Ages ages) throws IOException {
        if (ages == null) {
            return;
        }
        json.writeArrayFieldStart(name);
        json.writeNumber(ages.least());
        json.writeNumber(ages.mean());
        json.writeNumber(ages.greatest());
        json.writeEndArray();
    }

    /** Nothing where every block was seen. */
    private void write(Sampling sampling) throws IOException {
        if (sampling.equals(Sampling.NONE)) {
            return;
        }
        json.writeObjectFieldStart("sampling");
        write("exact", sampling.exact());
        json.writeNumberField("least", sampling.least());
        json.writeNumberField("greatest", sampling.greatest());
        json.writeNumberField("since", sampling.since());
        json.writeEndObject();
    }

    /** Nothing for one run. */
    private void write(Runs runs) throws IOException {
        if (!runs.several()) {
            return;
        }
        json.writeObjectFieldStart("runs");
        json.writeNumberField("count", runs.count());
        json.writeNumberField("time", runs.time());
        json.writeNumberField("withoutLiveness", runs.withoutLiveness());
        json.writeArrayFieldStart("notes");
        for (Map.Entry<String, Long> note : runs.notes().entrySet()) {
            json.writeStartObject();
            json.writeStringField("text", note.getKey());
            json.writeNumberField("runs", note.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeLists(ProfileInfo info) throws IOException {
        json.writeArrayFieldStart("notes");
        for (String note : info.notes()) {
            json.writeString(note);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("marks");
        for (Span mark : info.marks()) {
            json.writeStartObject();
            json.writeStringField("name", mark.name());
            json.writeNumberField("time", mark.from());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("windows");
        for (Span window : info.windows()) {
            json.writeStartObject();
            json.writeStringField("name", window.name());
            json.writeNumberField("from", window.from());
            json.writeNumberField("to", window.to());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
