// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import com.google.protobuf.CodedOutputStream;
import dev.jdhat.export.pprof.Pprof;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.SortBy;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A gzipped {@code profile.proto}: all figures, and the class of the blocks as a label. */
final class PprofWriter implements ProfileWriter {
    private static final int BUFFER = 1 << 16;

    @Override
    public void write(Profile profile, SortBy by, OutputStream out) throws IOException {
        try (OutputStream packed = new Gzip(new LeftOpen(out))) {
            new Message(profile, packed).write(by);
        }
    }

    /**
     * Texts, functions and locations get their ids when a sample first needs them. Samples are
     * written as they are made, what they refer to behind them.
     */
    private static final class Message {
        private static final int PROGRAM = 1;

        private final Profile profile;
        private final OutputStream out;
        private final List<SampleType> types;
        private final Encoded textTable = new Encoded();
        private final Encoded functionTable = new Encoded();
        private final Encoded locationTable = new Encoded();
        private final TextNumbering texts = new TextNumbering(0,
                text -> textTable.add(Pprof.Profile.STRING_TABLE_FIELD_NUMBER, text));
        private final FunctionNumbering functions = new FunctionNumbering(this::addFunction);
        private final TextNumbering locations = new TextNumbering(1, this::addLocation);
        private final Map<String, Pprof.Label> labels = new HashMap<>();

        Message(Profile profile, OutputStream out) {
            this.profile = profile;
            this.out = out;
            types = SampleType.of(profile);
        }

        /** In the order of the numbers of the fields, as other writers have it. */
        void write(SortBy by) throws IOException {
            text("");
            Pprof.Profile.Builder rest = Pprof.Profile.newBuilder();
            Pprof.Profile.Builder valueTypes = Pprof.Profile.newBuilder();
            for (SampleType type : types) {
                valueTypes.addSampleType(valueType(type.name(), type.unit()));
                if (type.by() == by && type.isBytes()) {
                    rest.setDefaultSampleType(text(type.name()));
                }
            }
            Pprof.Profile program = Pprof.Profile.newBuilder().addMapping(mapping()).build();
            addInfo(rest, profile.info());
            valueTypes.build().writeTo(out);
            writeSamples();
            program.writeTo(out);
            locationTable.writeTo(out);
            functionTable.writeTo(out);
            textTable.writeTo(out);
            rest.build().writeTo(out);
        }

        private Pprof.Mapping mapping() {
            return Pprof.Mapping.newBuilder().setId(PROGRAM)
                    .setFilename(text(profile.info().command().split("\\s", 2)[0]))
                    .setHasFunctions(true).setHasFilenames(true).setHasLineNumbers(true).build();
        }

        private void addInfo(Pprof.Profile.Builder rest, ProfileInfo info) {
            for (String remark : Remarks.of(profile)) {
                rest.addComment(text(remark));
            }
            if (info.timeUnit().equals("µs")) {
                rest.setDurationNanos(info.timeAtEnd() * 1_000);
            }
            if (info.sampled() && info.sampling().greatest() > 0) {
                rest.setPeriodType(valueType("space", "bytes"));
                rest.setPeriod(info.sampling().greatest());
            }
        }

        private void writeSamples() throws IOException {
            CodedOutputStream samples = CodedOutputStream.newInstance(out, BUFFER);
            for (ProgramPoint point : profile.points()) {
                Pprof.Sample.Builder sample = Pprof.Sample.newBuilder();
                boolean any = false;
                for (SampleType type : types) {
                    long value = type.of(point);
                    any |= value != 0;
                    sample.addValue(value);
                }
                if (any) {
                    addPlace(sample, point);
                    samples.writeMessage(Pprof.Profile.SAMPLE_FIELD_NUMBER, sample.build());
                }
            }
            samples.flush();
        }

        private void addPlace(Pprof.Sample.Builder sample, ProgramPoint point) {
            for (int location : locations.of(point.frames())) {
                sample.addLocationId(location);
            }
            if (!point.type().isEmpty()) {
                sample.addLabel(labels.computeIfAbsent(point.type(), type -> Pprof.Label
                        .newBuilder().setKey(text("class")).setStr(text(type)).build()));
            }
        }

        private void addLocation(String frame) {
            FrameText parts = FrameText.of(frame);
            int function = functions.of(text(parts.name()), text(parts.file()));
            locationTable.add(Pprof.Profile.LOCATION_FIELD_NUMBER, Pprof.Location.newBuilder()
                    .setId(locationTable.count() + 1).setMappingId(PROGRAM)
                    .addLine(Pprof.Line.newBuilder().setFunctionId(function)
                            .setLine(parts.line()).setColumn(parts.column())).build());
        }

        private void addFunction(int name, int file) {
            functionTable.add(Pprof.Profile.FUNCTION_FIELD_NUMBER, Pprof.Function.newBuilder()
                    .setId(functionTable.count() + 1).setName(name)
                    .setFilename(file).build());
        }

        private Pprof.ValueType valueType(String type, String unit) {
            return Pprof.ValueType.newBuilder().setType(text(type)).setUnit(text(unit)).build();
        }

        private int text(String text) {
            return texts.of(SoundText.sound(text));
        }
    }
}
