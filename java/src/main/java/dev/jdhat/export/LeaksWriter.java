// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.jdhat.leaks.LeakReport;
import dev.jdhat.leaks.SiteTrend;
import dev.jdhat.leaks.Verdict;
import dev.jdhat.profile.HistoryClock;
import dev.jdhat.profile.LiveHistory;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Writes which sites leak as JSON, for scripts; docs/leaks.md has its keys. */
public final class LeaksWriter {
    private static final int VERSION = 1;
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private final LeakReport report;
    private final JsonGenerator json;

    private LeaksWriter(LeakReport report, JsonGenerator json) {
        this.report = report;
        this.json = json;
    }

    /**
     * Writes UTF-8 with some of the report's sites, in their order; flushes the stream and leaves
     * it open.
     */
    public static void write(LeakReport report, List<SiteTrend> sites, OutputStream out)
            throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            new LeaksWriter(report, new SoundText(json)).write(sites);
        }
        out.write('\n');
        out.flush();
    }

    private void write(List<SiteTrend> sites) throws IOException {
        json.writeStartObject();
        json.writeNumberField("jdhatLeaksVersion", VERSION);
        json.writeStringField("command", report.info().command());
        json.writeNumberField("pid", report.info().pid());
        json.writeBooleanField("sampled", report.info().sampled());
        writeClock(report.clock());
        json.writeNumberField("tested", report.tested());
        json.writeNumberField("notExamined", report.leftOut());
        json.writeArrayFieldStart("notes");
        for (String note : report.notes()) {
            json.writeString(note);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("counts");
        for (Map.Entry<Verdict, Integer> count : report.counts().entrySet()) {
            json.writeNumberField(count.getKey().word(), count.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("sites");
        for (SiteTrend site : sites) {
            json.writeRaw("\n ");
            writeSite(site);
        }
        json.writeEndArray();
        json.writeNumberField("leftOut", report.sites().size() - sites.size());
        json.writeEndObject();
    }

    private void writeClock(HistoryClock clock) throws IOException {
        json.writeObjectFieldStart("collections");
        json.writeNumberField("all", clock.collections());
        json.writeNumberField("full", clock.fullCollections());
        writeArray("times", IntStream.range(0, clock.size()).mapToLong(clock::time));
        json.writeEndObject();
    }

    private void writeSite(SiteTrend site) throws IOException {
        LiveHistory history = site.history();
        json.writeStartObject();
        json.writeStringField("verdict", site.verdict().word());
        json.writeStringField("reason", site.reason());
        json.writeNumberField("chance", site.chance());
        if (site.verdict() == Verdict.GROWING) {
            json.writeObjectFieldStart("bytesPerHour");
            json.writeNumberField("slope", site.growth().perHour());
            json.writeNumberField("least", site.growth().least());
            json.writeNumberField("greatest", site.growth().greatest());
            json.writeEndObject();
        }
        json.writeNumberField("live", site.live());
        json.writeNumberField("most", site.most());
        FigureJson.writeSite(json, site.point());
        writeArray("low", IntStream.range(0, history.size())
                .mapToLong(i -> (long) history.low(i)));
        writeArray("high", IntStream.range(0, history.size())
                .mapToLong(i -> (long) history.high(i)));
        json.writeEndObject();
    }

    private void writeArray(String name, LongStream values) throws IOException {
        json.writeArrayFieldStart(name);
        for (long value : values.toArray()) {
            json.writeNumber(value);
        }
        json.writeEndArray();
    }
}
