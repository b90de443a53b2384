// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.jdhat.profile.Group;
import dev.jdhat.profile.Grouping;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.SortBy;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes the largest sites of a profile as JSON, for scripts; docs/show.md has its keys. */
public final class SitesWriter {
    private static final int VERSION = 1;
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private final Profile profile;
    private final JsonGenerator json;

    private SitesWriter(Profile profile, JsonGenerator json) {
        this.profile = profile;
        this.json = json;
    }

    /**
     * Writes UTF-8 with the {@code most} largest sites, or groups of sites; flushes the stream and
     * leaves it open.
     */
    public static void write(Profile profile, SortBy by, Grouping grouping, int most,
            OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            new SitesWriter(profile, new SoundText(json)).write(by, grouping, most);
        }
        out.write('\n');
        out.flush();
    }

    private void write(SortBy by, Grouping grouping, int most) throws IOException {
        json.writeStartObject();
        json.writeNumberField("jdhatSitesVersion", VERSION);
        json.writeStringField("by", by.word());
        json.writeStringField("group", grouping.word());
        json.writeStringField("command", profile.info().command());
        json.writeNumberField("pid", profile.info().pid());
        json.writeStringField("mode", profile.info().mode());
        json.writeBooleanField("sampled", profile.info().sampled());
        json.writeNumberField("runs", profile.runs().count());
        for (SortBy figure : SortBy.of(profile.info())) {
            FigureJson.write(json, figure.word(), figure.of(profile));
        }
        json.writeArrayFieldStart("notes");
        for (String note : profile.info().notes()) {
            json.writeString(note);
        }
        json.writeEndArray();
        if (grouping == Grouping.SITE) {
            writeSites(by, most);
        } else {
            writeGroups(by, grouping, most);
        }
        json.writeEndObject();
    }

    private void writeSites(SortBy by, int most) throws IOException {
        List<ProgramPoint> sites = by.largest(profile, most);
        json.writeArrayFieldStart("sites");
        for (ProgramPoint point : sites) {
            json.writeRaw("\n ");
            json.writeStartObject();
            FigureJson.writeSite(json, point);
            for (SortBy figure : SortBy.of(profile.info())) {
                FigureJson.write(json, figure.word(), figure.of(point));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("leftOut", profile.points().size() - sites.size());
    }

    private void writeGroups(SortBy by, Grouping grouping, int most) throws IOException {
        List<Group> groups = grouping.groups(profile, by);
        List<Group> shown = groups.subList(0, Math.min(most, groups.size()));
        json.writeArrayFieldStart("groups");
        for (Group group : shown) {
            json.writeRaw("\n ");
            json.writeStartObject();
            json.writeStringField("name", group.name());
            json.writeNumberField("sites", group.sites());
            FigureJson.write(json, by.word(), group.figure());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("leftOut", groups.size() - shown.size());
    }
}
