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
import java.util.List;

/** OpenTelemetry's profiles, as of v1development: a profile for each figure, stacks shared. */
final class OtlpWriter implements ProfileWriter {
    @Override
    public void write(dev.jdhat.profile.Profile profile, SortBy by, OutputStream out)
            throws IOException {
        new Message(profile).build().writeTo(out);
        out.flush();
    }

    /** The dictionary is filled while the samples that point into it are made. */
    private static final class Message {
        private final dev.jdhat.profile.Profile profile;
        private final OtlpDictionary dictionary = new OtlpDictionary();
        private final int[] stacks;
        private final int[] classes;

        Message(dev.jdhat.profile.Profile profile) {
            this.profile = profile;
            stacks = new int[profile.points().size()];
            classes = new int[stacks.length];
        }

        ProfilesData build() {
            ProfileInfo info = profile.info();
            ScopeProfiles.Builder scope = ScopeProfiles.newBuilder()
                    .setScope(InstrumentationScope.newBuilder().setName("dev.jdhat")
                            .setVersion(SoundText.sound(info.version())));
            for (SampleType type : SampleType.of(profile)) {
                scope.addProfiles(figure(type));
            }
            return ProfilesData.newBuilder()
                    .addResourceProfiles(ResourceProfiles.newBuilder().setResource(resource(info))
                            .addScopeProfiles(scope))
                    .setDictionary(dictionary.build()).build();
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

        private Profile figure(SampleType type) {
            ProfileInfo info = profile.info();
            Profile.Builder figure =
                    Profile.newBuilder().setSampleType(valueType(type.name(), type.unit()));
            if (info.timeUnit().equals("µs")) {
                figure.setDurationNano(info.timeAtEnd() * 1_000);
            }
            if (info.sampled() && info.sampling().greatest() > 0) {
                figure.setPeriodType(valueType("space", "bytes"));
                figure.setPeriod(info.sampling().greatest());
            }
            if (info.sampled() || info.thinned()) {
                figure.addAttributeIndices(dictionary.number("jdhat.standard_error",
                        Math.round(type.error(profile)), type.isBytes() ? "By" : "1"));
            }
            addSamples(figure, type);
            return figure.build();
        }

        private void addSamples(Profile.Builder figure, SampleType type) {
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
                    figure.addSamples(sample);
                }
            }
        }

        private void resolve(int at, ProgramPoint point) {
            if (stacks[at] == 0) {
                stacks[at] = dictionary.stack(point.frames());
                classes[at] = point.type().isEmpty() ? 0
                        : dictionary.text("jdhat.class", point.type());
            }
        }

        private ValueType valueType(String type, String unit) {
            return ValueType.newBuilder().setTypeStrindex(dictionary.string(type))
                    .setUnitStrindex(dictionary.string(unit)).build();
        }
    }
}
