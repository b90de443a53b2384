// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmc.flightrecorder.writer.api.Recording;
import org.openjdk.jmc.flightrecorder.writer.api.Type;
import org.openjdk.jmc.flightrecorder.writer.api.TypeStructureBuilder;
import org.openjdk.jmc.flightrecorder.writer.api.TypedValue;
import org.openjdk.jmc.flightrecorder.writer.api.TypedValueBuilder;

/**
 * Writes the events of a profile: one of the profile, and one of each site with all its figures.
 * Where blocks are allocated a site is an event such as the JVM has of sampled allocations, with
 * the bytes over the run as its weight and more fields, because that is what the tools' own views
 * of allocations sum up.
 */
final class JfrEvents {
    /** A site that allocates, as the JVM calls it. */
    static final String ALLOCATIONS = "jdk.ObjectAllocationSample";
    /** A site of events, or of copies. */
    static final String SITES = "jdhat.Site";

    private final Profile profile;
    private final ProfileInfo info;
    private final Recording recording;
    private final long end;
    private final List<SampleType> figures;
    private final List<String> names;
    private final boolean heap;
    private final boolean allocations;
    private final boolean estimated;
    private final boolean micros;
    /** Whether nanoseconds, 292 years of them, are too few for the lifetimes of a site's blocks. */
    private final boolean longLives;
    private final JfrTypes types;
    private final JfrStacks stacks;

    /**
     * @param end when t-end is, in the ticks of the recording
     */
    JfrEvents(Profile profile, Recording recording, long end) {
        this.profile = profile;
        this.recording = recording;
        this.end = end;
        info = profile.info();
        figures = SampleType.of(profile);
        names = figures.stream().map(this::name).collect(Collectors.toList());
        heap = info.unit() == Unit.HEAP;
        allocations = SampleType.isAllocation(info);
        estimated = info.sampled() || info.thinned();
        micros = info.timeUnit().equals("µs");
        longLives = profile.points().stream()
                .anyMatch(point -> point.lifetime() > Long.MAX_VALUE / 1_000);
        types = new JfrTypes(recording.getTypes());
        stacks = new JfrStacks(types);
    }

    void write() {
        writeProfile();
        writeSites();
    }

    private void writeProfile() {
        Type type = types.event("jdhat.Profile", "Profile", this::addProfileFields);
        recording.writeEvent(type.asValue(event -> event.putField("startTime", end)
                .putField("command", SoundText.sound(info.command())).putField("pid", info.pid())
                .putField("version", SoundText.sound(info.version()))
                .putField("mode", SoundText.sound(info.mode()))
                .putField("remarks",
                        SoundText.sound(String.join("\n", Remarks.of(profile))))));
    }

    private void writeSites() {
        JfrValues site = new JfrValues(allocations
                ? types.event(ALLOCATIONS, "Object Allocation Sample", this::addSiteFields)
                : types.event(SITES, "Site", this::addSiteFields));
        // All stacks come first: each event takes the writer 32 KiB, so there are many collections
        // while events are written, and none should find that the tables of constants changed.
        List<TypedValue> all = stacks();
        for (int i = 0; i < all.size(); i++) {
            ProgramPoint point = profile.points().get(i);
            TypedValue stack = all.get(i);
            recording.writeEvent(site.passing(event -> fill(event, point, stack)));
        }
    }

    /** The stacks of all sites, whose classes are known afterwards, too. */
    private List<TypedValue> stacks() {
        List<TypedValue> all = new ArrayList<>(profile.points().size());
        for (ProgramPoint point : profile.points()) {
            all.add(stacks.stack(point));
            if (heap) {
                stacks.type(point.type());
            }
        }
        return all;
    }

    private void addProfileFields(TypeStructureBuilder fields) {
        types.addText(fields, "command", "Command");
        types.addNumber(fields, "pid", "Process Id");
        types.addText(fields, "version", "Version of the Agent");
        types.addText(fields, "mode", "Mode");
        types.addText(fields, "remarks", "What a reader must know of the figures");
    }

    private void addSiteFields(TypeStructureBuilder fields) {
        types.addStack(fields);
        if (heap) {
            types.addClass(fields, "objectClass", "Object Class");
        } else {
            types.addText(fields, "kind", "Kind");
        }
        if (allocations) {
            types.addBytes(fields, "weight", "Sample Weight");
        }
        for (SampleType figure : figures) {
            addFigure(fields, figure, "", "");
            if (estimated) {
                addFigure(fields, figure, "Error", ", standard error");
            }
        }
        types.addNumber(fields, "samples", "Samples");
        if (info.lifetimes()) {
            types.addBytes(fields, "maxBytes", "bytes at the site's own maximum");
            types.addNumber(fields, "maxBlocks", "blocks at the site's own maximum");
            types.addNumber(fields, "temporaryBlocks", "Temporary blocks");
            types.addFlag(fields, "unknown", "Peak and end are not known");
            if (micros) {
                types.addTimespan(fields, "lifetime", "Sum of lifetimes",
                        longLives ? "MILLISECONDS" : "NANOSECONDS");
            }
        }
    }

    private void fill(TypedValueBuilder event, ProgramPoint point, TypedValue stack) {
        event.putField("startTime", end).putField("stackTrace", stack)
                .putField("samples", point.samples());
        if (heap) {
            event.putField("objectClass", stacks.type(point.type()));
        } else {
            event.putField("kind", SoundText.sound(point.type()));
        }
        if (allocations) {
            event.putField("weight", point.total().bytes());
        }
        for (int i = 0; i < names.size(); i++) {
            event.putField(names.get(i), figures.get(i).of(point));
            if (estimated) {
                event.putField(names.get(i) + "Error", Math.round(figures.get(i).error(point)));
            }
        }
        if (info.lifetimes()) {
            event.putField("maxBytes", point.max().bytes())
                    .putField("maxBlocks", point.max().blocks())
                    .putField("temporaryBlocks", point.temporaryBlocks())
                    .putField("unknown", !point.atEnd().known());
            if (micros) {
                event.putField("lifetime",
                        longLives ? point.lifetime() / 1_000 : point.lifetime() * 1_000);
            }
        }
    }

    private void addFigure(TypeStructureBuilder fields, SampleType figure, String suffix,
            String label) {
        String name = name(figure) + suffix;
        String text = thing(figure) + " " + figure.by().text() + label;
        if (figure.unit().equals("bytes")) {
            types.addBytes(fields, name, text);
        } else {
            types.addNumber(fields, name, text);
        }
    }

    /** The figure's word and what it counts: {@code totalBytes}. */
    private String name(SampleType figure) {
        String letters = thing(figure).replaceAll("[^\\p{L}\\p{N}]", "");
        return figure.by().word() + (letters.isEmpty() ? "Amount"
                : letters.substring(0, 1).toUpperCase(Locale.ROOT) + letters.substring(1));
    }

    private String thing(SampleType figure) {
        return figure.isBytes() ? info.bytesName() : info.blocksName();
    }
}
