// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.SortBy;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.profiles.v1development.Profile;
import io.opentelemetry.proto.profiles.v1development.ProfilesData;
import io.opentelemetry.proto.profiles.v1development.ResourceProfiles;
import io.opentelemetry.proto.profiles.v1development.Sample;
import io.opentelemetry.proto.profiles.v1development.ScopeProfiles;
import io.opentelemetry.proto.profiles.v1development.ValueType;
import io.opentelemetry.proto.resource.v1.Resource;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** OpenTelemetry's profiles, as of v1development: a profile for each figure, stacks shared. */
final class OtlpWriter implements ProfileWriter {
    @Override
    public void write(dev.jdhat.profile.Profile profile, SortBy by, OutputStream out)
            throws IOException {
        new Message(profile).write(out);
        out.flush();
    }

    /** The dictionary is filled while the samples that point into it are made. */
    private static final class Message {
        private final dev.jdhat.profile.Profile profile;
        private final OtlpDictionary dictionary = new OtlpDictionary();
        private final int[] stacks;
        private final int[] classes;
        private final Map<String, Integer> types = new HashMap<>();

        Message(dev.jdhat.profile.Profile profile) {
            this.profile = profile;
            stacks = new int[profile.points().size()];
            classes = new int[stacks.length];
        }

        void write(OutputStream out) throws IOException {
            ProfileInfo info = profile.info();
            Encoded scope = Encoded.of(ScopeProfiles.newBuilder()
                    .setScope(InstrumentationScope.newBuilder().setName("dev.jdhat")
                            .setVersion(SoundText.sound(info.version()))).build());
            for (SampleType type : SampleType.of(profile)) {
                addFigure(scope, type);
            }
            Encoded resource = Encoded.of(
                    ResourceProfiles.newBuilder().setResource(resource(info)).build());
            resource.add(ResourceProfiles.SCOPE_PROFILES_FIELD_NUMBER, scope);
            Encoded.write(ProfilesData.RESOURCE_PROFILES_FIELD_NUMBER, new Encoded[] {resource},
                    out);
            dictionary.write(ProfilesData.DICTIONARY_FIELD_NUMBER, out);
        }

        /** The name of the service is what the conventions say of an unknown one. */
        private static Resource resource(ProfileInfo info) {
            return Resource.newBuilder()
                    .addAttributes(attribute("service.name", text("unknown_service:java")))
                    .addAttributes(attribute("process.command_line", text(info.command())))
                    .addAttributes(attribute("process.pid",
                            AnyValue.newBuilder().setIntValue(info.pid()).build()))
                    .build();
        }

        private static KeyValue attribute(String key, AnyValue value) {
            return KeyValue.newBuilder().setKey(key).setValue(value).build();
        }

        private static AnyValue text(String value) {
            return AnyValue.newBuilder().setStringValue(SoundText.sound(value)).build();
        }

        private void addFigure(Encoded scope, SampleType type) {
            ProfileInfo info = profile.info();
            Profile head =
                    Profile.newBuilder().setSampleType(valueType(type.name(), type.unit())).build();
            Profile.Builder rest = Profile.newBuilder();
            if (info.timeUnit().equals("µs")) {
                rest.setDurationNano(info.timeAtEnd() * 1_000);
            }
            if (info.sampled() && info.sampling().greatest() > 0) {
                rest.setPeriodType(valueType("space", "bytes"));
                rest.setPeriod(info.sampling().greatest());
            }
            if (info.sampled() || info.thinned()) {
                rest.addAttributeIndices(dictionary.number("jdhat.standard_error",
                        Math.round(type.error(profile)), type.isBytes() ? "By" : "1"));
            }
            scope.add(ScopeProfiles.PROFILES_FIELD_NUMBER, Encoded.of(head), samples(type),
                    Encoded.of(rest.build()));
        }

        private Encoded samples(SampleType type) {
            Encoded samples = new Encoded();
            List<ProgramPoint> points = profile.points();
            for (int i = 0; i < points.size(); i++) {
                long value = type.of(points.get(i));
                if (value != 0) {
                    resolve(i, points.get(i));
                    Sample.Builder sample =
                            Sample.newBuilder().setStackIndex(stacks[i]).addValues(value);
                    if (classes[i] != 0) {
                        sample.addAttributeIndices(classes[i]);
                    }
                    samples.add(Profile.SAMPLES_FIELD_NUMBER, sample.build());
                }
            }
            return samples;
        }

        private void resolve(int at, ProgramPoint point) {
            if (stacks[at] == 0) {
                stacks[at] = dictionary.stack(point.frames());
                classes[at] = point.type().isEmpty() ? 0
                        : types.computeIfAbsent(point.type(),
                                type -> dictionary.text("jdhat.class", type));
            }
        }

        private ValueType valueType(String type, String unit) {
            return ValueType.newBuilder().setTypeStrindex(dictionary.string(type))
                    .setUnitStrindex(dictionary.string(unit)).build();
        }
    }
}
