// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jdhat.export.pprof.Pprof;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.SortBy;
import io.opentelemetry.proto.profiles.v1development.ProfilesData;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import jdk.jfr.ValueDescriptor;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** The sums over the sites in a file, by the names of the figures, such as {@code peak bytes}. */
final class ReadBack {
    private static final Map<String, String> SAMPLE_TYPES = Map.of(
            "alloc_space", "total bytes", "alloc_objects", "total blocks",
            "peak_space", "peak bytes", "peak_objects", "peak blocks",
            "inuse_space", "end bytes", "inuse_objects", "end blocks",
            "units", "total bytes", "events", "total blocks");

    private ReadBack() {
    }

    static byte[] written(ExportFormat format, Profile profile, SortBy by) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(profile, by, out);
        return out.toByteArray();
    }

    static Pprof.Profile pprof(Profile profile, SortBy by) throws IOException {
        return Pprof.Profile.parseFrom(new GZIPInputStream(new ByteArrayInputStream(
                written(ExportFormat.PPROF, profile, by))));
    }

    static ProfilesData otlp(Profile profile) throws IOException {
        return ProfilesData.parseFrom(written(ExportFormat.OTLP, profile, SortBy.TOTAL));
    }

    static List<RecordedEvent> jfr(Profile profile, String type) throws IOException {
        Path file = Files.createTempFile("jdhat", ".jfr");
        try {
            Files.write(file, written(ExportFormat.JFR, profile, SortBy.TOTAL));
            List<RecordedEvent> events = new ArrayList<>();
            for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
                if (event.getEventType().getName().equals(type)) {
                    events.add(event);
                }
            }
            return events;
        } finally {
            Files.delete(file);
        }
    }

    static Map<String, Long> sums(ExportFormat format, Profile profile, SortBy by)
            throws IOException {
        switch (format) {
            case COLLAPSED: return ofCollapsed(written(format, profile, by), by);
            case SPEEDSCOPE: return ofSpeedscope(written(format, profile, by));
            case CSV: return ofCsv(written(format, profile, by));
            case FIREFOX: return ofFirefox(written(format, profile, by));
            case PPROF: return ofPprof(pprof(profile, by));
            case OTLP: return ofOtlp(otlp(profile));
            default: return ofJfr(profile);
        }
    }

    private static Map<String, Long> ofCollapsed(byte[] file, SortBy by) {
        long sum = 0;
        for (String line : new String(file, StandardCharsets.UTF_8).split("\n")) {
            sum += line.isEmpty() ? 0 : Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
        }
        return Map.of(by.word() + " bytes", sum);
    }

    private static Map<String, Long> ofSpeedscope(byte[] file) throws IOException {
        Map<String, Long> sums = new TreeMap<>();
        for (JsonNode profile : new ObjectMapper().readTree(file).get("profiles")) {
            long sum = 0;
            for (JsonNode weight : profile.get("weights")) {
                sum += weight.longValue();
            }
            String name = profile.get("name").textValue().replace("units", "bytes")
                    .replace("events", "blocks");
            String thing = name.substring(0, name.indexOf(' '));
            sums.put((name.endsWith("run") ? "total " : name.endsWith("t-end") ? "end " : "peak ")
                    + thing, sum);
        }
        return sums;
    }

    /** The numbers stand before the last text of a row, in which there are commas and lines. */
    private static Map<String, Long> ofCsv(byte[] file) {
        Map<String, Long> sums = new TreeMap<>();
        List<List<String>> rows = Csv.rows(new String(file, StandardCharsets.UTF_8));
        for (int column = 2; column < 11; column++) {
            String name = rows.get(0).get(column).replace('_', ' ');
            long sum = 0;
            for (List<String> row : rows.subList(1, rows.size())) {
                sum += row.get(column).isEmpty() ? 0 : Long.parseLong(row.get(column));
            }
            if (!name.endsWith("error")) {
                sums.put(name, sum);
            }
        }
        return sums;
    }

    private static Map<String, Long> ofFirefox(byte[] file) throws IOException {
        Map<String, Long> sums = new TreeMap<>();
        for (JsonNode point : new ObjectMapper().readTree(file).get("pps")) {
            sums.merge("total bytes", point.get("tb").longValue(), Long::sum);
            sums.merge("peak bytes", point.get("gb").longValue(), Long::sum);
            sums.merge("end bytes", point.get("eb").longValue(), Long::sum);
        }
        return sums;
    }

    private static Map<String, Long> ofPprof(Pprof.Profile profile) {
        Map<String, Long> sums = new TreeMap<>();
        for (int i = 0; i < profile.getSampleTypeCount(); i++) {
            long sum = 0;
            for (Pprof.Sample sample : profile.getSampleList()) {
                sum += sample.getValue(i);
            }
            int name = (int) profile.getSampleType(i).getType();
            sums.put(SAMPLE_TYPES.get(profile.getStringTable(name)), sum);
        }
        return sums;
    }

    private static Map<String, Long> ofOtlp(ProfilesData data) {
        Map<String, Long> sums = new TreeMap<>();
        data.getResourceProfiles(0).getScopeProfiles(0).getProfilesList().forEach(profile ->
                sums.put(SAMPLE_TYPES.get(data.getDictionary()
                        .getStringTable(profile.getSampleType().getTypeStrindex())),
                        profile.getSamplesList().stream()
                                .mapToLong(sample -> sample.getValues(0)).sum()));
        return sums;
    }

    private static Map<String, Long> ofJfr(Profile profile) throws IOException {
        Map<String, Long> sums = new TreeMap<>();
        for (RecordedEvent event : jfr(profile,
                SampleType.isAllocation(profile.info()) ? JfrEvents.ALLOCATIONS
                        : JfrEvents.SITES)) {
            for (ValueDescriptor field : event.getFields()) {
                String name = field.getName();
                if (name.matches("(total|peak|end)(Bytes|Blocks|Units|Events)")) {
                    sums.merge(name.replace("Units", "Bytes").replace("Events", "Blocks")
                            .replace("B", " b"), event.getLong(name), Long::sum);
                }
            }
        }
        return sums;
    }
}
