// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.jdhat.compare.Difference;
import dev.jdhat.compare.ProfileDiff;
import dev.jdhat.compare.SiteDiff;
import dev.jdhat.filter.State;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.SortBy;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** Writes what two profiles differ by as JSON, for scripts; docs/diff.md has its keys. */
public final class DiffWriter {
    private static final int VERSION = 1;
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private final ProfileDiff diff;
    private final JsonGenerator json;

    private DiffWriter(ProfileDiff diff, JsonGenerator json) {
        this.diff = diff;
        this.json = json;
    }

    /**
     * Writes UTF-8 with the {@code most} sites that differ most; flushes the stream and leaves it
     * open.
     */
    public static void write(ProfileDiff diff, int most, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            new DiffWriter(diff, new SoundText(json)).write(most);
        }
        out.write('\n');
        out.flush();
    }

    private void write(int most) throws IOException {
        json.writeStartObject();
        json.writeNumberField("jdhatDiffVersion", VERSION);
        json.writeStringField("by", diff.by().word());
        writeRun("before", diff.before());
        writeRun("after", diff.after());
        writeFigures(null);
        json.writeObjectFieldStart("counts");
        for (Map.Entry<State, Integer> count : diff.counts().entrySet()) {
            json.writeNumberField(count.getKey().word(), count.getValue());
        }
        json.writeEndObject();
        List<SiteDiff> sites = diff.sites();
        List<SiteDiff> shown = sites.subList(0, Math.min(most, sites.size()));
        json.writeArrayFieldStart("sites");
        for (SiteDiff site : shown) {
            json.writeRaw("\n ");
            writeSite(site);
        }
        json.writeEndArray();
        json.writeNumberField("leftOut", sites.size() - shown.size());
        json.writeEndObject();
    }

    private void writeRun(String name, Profile profile) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("command", profile.info().command());
        json.writeNumberField("pid", profile.info().pid());
        json.writeStringField("mode", profile.info().mode());
        json.writeBooleanField("sampled", profile.info().sampled());
        json.writeNumberField("runs", profile.runs().count());
        json.writeEndObject();
    }

    private void writeSite(SiteDiff site) throws IOException {
        json.writeStartObject();
        json.writeStringField("state", site.state().word());
        FigureJson.writeSite(json, site.point());
        writeFigures(site);
        json.writeEndObject();
    }

    /** Of a site, or of the whole profiles. */
    private void writeFigures(SiteDiff site) throws IOException {
        for (SortBy by : SortBy.of(diff.after().info())) {
            Difference difference = site == null ? diff.of(by) : site.of(by);
            if (difference.known()) {
                json.writeObjectFieldStart(by.word());
                FigureJson.write(json, "before", difference.before());
                FigureJson.write(json, "after", difference.after());
                json.writeNumberField("bytes", difference.bytes());
                json.writeNumberField("blocks", difference.blocks());
                json.writeNumberField("bytesError", Math.round(difference.bytesError()));
                json.writeBooleanField("noise", difference.isNoise());
                json.writeEndObject();
            }
        }
    }
}
