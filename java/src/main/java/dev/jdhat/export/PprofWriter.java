// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import dev.jdhat.export.pprof.Pprof;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.SortBy;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A gzipped {@code profile.proto}: all figures, and the class of the blocks as a label. */
final class PprofWriter implements ProfileWriter {
    private static final int BUFFER = 1 << 16;

    @Override
    public void write(Profile profile, SortBy by, OutputStream out) throws IOException {
        try (OutputStream packed = new GZIPOutputStream(new LeftOpen(out), BUFFER)) {
            new Message(profile).build(by).writeTo(packed);
        }
    }

    /** Texts, functions and locations get their ids when a sample first needs them. */
    private static final class Message {
        private static final int PROGRAM = 1;

        private final Profile profile;
        private final List<SampleType> types;
        private final Pprof.Profile.Builder message = Pprof.Profile.newBuilder();
        private final Numbering<String> texts = new Numbering<>(0, message::addStringTable);
        private final Numbering<List<String>> functions = new Numbering<>(1, this::addFunction);
        private final Numbering<String> locations = new Numbering<>(1, this::addLocation);

        Message(Profile profile) {
            this.profile = profile;
            types = SampleType.of(profile);
        }

        Pprof.Profile build(SortBy by) {
            text("");
            for (SampleType type : types) {
                message.addSampleType(valueType(type.name(), type.unit()));
                if (type.by() == by && type.isBytes()) {
                    message.setDefaultSampleType(text(type.name()));
                }
            }
            addInfo(profile.info());
            for (ProgramPoint point : profile.points()) {
                addSample(point);
            }
            return message.build();
        }

        private void addInfo(ProfileInfo info) {
            message.addMapping(Pprof.Mapping.newBuilder().setId(PROGRAM)
                    .setFilename(text(info.command().split("\\s", 2)[0]))
                    .setHasFunctions(true).setHasFilenames(true).setHasLineNumbers(true));
            for (String remark : Remarks.of(profile)) {
                message.addComment(text(remark));
            }
            if (info.timeUnit().equals("µs")) {
                message.setDurationNanos(info.timeAtEnd() * 1_000);
            }
            if (info.sampled() && info.sampling().greatest() > 0) {
                message.setPeriodType(valueType("space", "bytes"));
                message.setPeriod(info.sampling().greatest());
            }
        }

        private void addSample(ProgramPoint point) {
            Pprof.Sample.Builder sample = Pprof.Sample.newBuilder();
            boolean any = false;
            for (SampleType type : types) {
                long value = type.of(point);
                any |= value != 0;
                sample.addValue(value);
            }
            if (!any) {
                return;
            }
            for (String frame : point.frames()) {
                sample.addLocationId(locations.of(frame));
            }
            if (!point.type().isEmpty()) {
                sample.addLabel(Pprof.Label.newBuilder().setKey(text("class"))
                        .setStr(text(point.type())));
            }
            message.addSample(sample);
        }

        private void addLocation(String frame) {
            FrameText parts = FrameText.of(frame);
            message.addLocation(Pprof.Location.newBuilder()
                    .setId(message.getLocationCount() + 1).setMappingId(PROGRAM)
                    .addLine(Pprof.Line.newBuilder()
                            .setFunctionId(functions.of(List.of(parts.name(), parts.file())))
                            .setLine(parts.line()).setColumn(parts.column())));
        }

        private void addFunction(List<String> nameAndFile) {
            message.addFunction(Pprof.Function.newBuilder()
                    .setId(message.getFunctionCount() + 1).setName(text(nameAndFile.get(0)))
                    .setFilename(text(nameAndFile.get(1))));
        }

        private Pprof.ValueType valueType(String type, String unit) {
            return Pprof.ValueType.newBuilder().setType(text(type)).setUnit(text(unit)).build();
        }

        private long text(String text) {
            return texts.of(SoundText.sound(text));
        }
    }
}
