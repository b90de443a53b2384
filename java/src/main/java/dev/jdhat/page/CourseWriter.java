// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.page;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.jdhat.profile.Cohort;
import dev.jdhat.profile.Course;
import dev.jdhat.profile.Fate;
import dev.jdhat.profile.Portion;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProgramPoint;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the parts of the page document that come from a recording. */
final class CourseWriter {
    private final JsonGenerator json;
    private final Profile profile;
    private final Course course;
    /** By their indices in the profile. */
    private final Map<Integer, Fate> fates = new TreeMap<>();

    CourseWriter(JsonGenerator json, Profile profile, Course course) {
        this.json = json;
        this.profile = profile;
        this.course = course;
        List<ProgramPoint> points = profile.points();
        for (int i = 0; i < points.size(); i++) {
            Fate fate = course.fate(points.get(i)).orElse(null);
            if (fate != null) {
                fates.put(i, fate);
            }
        }
    }

    void write() throws IOException {
        new CurveWriter(json, course.curve(), profile.info().marks()).write("timeline");
        writeBuckets();
        writeSizes();
        writeAges();
    }

    private void writeBuckets() throws IOException {
        json.writeObjectFieldStart("buckets");
        json.writeArrayFieldStart("edges");
        for (long edge : course.edges()) {
            json.writeNumber(edge);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("points");
        for (Map.Entry<Integer, Fate> fate : fates.entrySet()) {
            json.writeArrayFieldStart(fate.getKey().toString());
            for (Cohort cohort : fate.getValue().cohorts()) {
                writeRow(cohort.born(), cohort.died(), cohort.bytes(), cohort.blocks());
            }
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeNumberField("left", profile.points().size() - fates.size());
        json.writeEndObject();
    }

    private void writeSizes() throws IOException {
        json.writeObjectFieldStart("sizes");
        for (Map.Entry<Integer, Fate> fate : fates.entrySet()) {
            if (!fate.getValue().sizes().isEmpty()) {
                json.writeArrayFieldStart(fate.getKey().toString());
                for (Portion size : fate.getValue().sizes()) {
                    writeRow(size.least(), size.blocks(), size.bytes());
                }
                json.writeEndArray();
            }
        }
        json.writeEndObject();
    }

    private void writeAges() throws IOException {
        json.writeObjectFieldStart("ages");
        for (Map.Entry<Integer, Fate> fate : fates.entrySet()) {
            if (profile.points().get(fate.getKey()).atEnd().known()) {
                json.writeObjectFieldStart(fate.getKey().toString());
                writeAges("alive", fate.getValue().survivorAges());
                writeAges("died", fate.getValue().deathAges());
                json.writeEndObject();
            }
        }
        json.writeEndObject();
    }

    private void writeAges(String name, List<Portion> ages) throws IOException {
        json.writeArrayFieldStart(name);
        for (Portion age : ages) {
            writeRow(age.least(), age.blocks());
        }
        json.writeEndArray();
    }

    private void writeRow(long... numbers) throws IOException {
        json.writeArray(numbers, 0, numbers.length);
    }
}
