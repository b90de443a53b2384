// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import dev.jdhat.profile.Figure;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.Sampling;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.profiles.v1development.Function;
import io.opentelemetry.proto.profiles.v1development.KeyValueAndUnit;
import io.opentelemetry.proto.profiles.v1development.Line;
import io.opentelemetry.proto.profiles.v1development.Location;
import io.opentelemetry.proto.profiles.v1development.Mapping;
import io.opentelemetry.proto.profiles.v1development.Profile;
import io.opentelemetry.proto.profiles.v1development.ProfilesData;
import io.opentelemetry.proto.profiles.v1development.ProfilesDictionary;
import io.opentelemetry.proto.profiles.v1development.Sample;
import io.opentelemetry.proto.profiles.v1development.Stack;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OtlpWriterTest {
    private static dev.jdhat.profile.Profile shop(boolean sampled) {
        ProfileInfo info = ProfileInfo.builder().command("shop.Main --all").pid(7)
                .version("0.1.0").timeAtEnd(2_000).sampled(sampled)
                .sampling(sampled ? Sampling.every(4_096) : Sampling.NONE).build();
        return dev.jdhat.profile.Profile.builder(info).points(List.of(
                ProgramPoint.builder().frames(List.of("byte[] (class)",
                        "shop.Cart.add (Cart.java:5)", "shop.Main.main (Main.java:3)"))
                        .total(Figure.of(400, 4, 30, 3)).atPeak(Figure.of(200, 2))
                        .atEnd(Figure.of(0, 0)).build(),
                ProgramPoint.builder().frames(List.of("shop.Main.main (Main.java:3)"))
                        .total(Figure.of(100, 1, 40, 4)).atPeak(Figure.of(100, 1))
                        .atEnd(Figure.of(100, 1)).build())).build();
    }

    private static List<Profile> profiles(ProfilesData data) {
        assertEquals(1, data.getResourceProfilesCount());
        assertEquals(1, data.getResourceProfiles(0).getScopeProfilesCount());
        return data.getResourceProfiles(0).getScopeProfiles(0).getProfilesList();
    }

    private static String stack(ProfilesDictionary tables, int index) {
        return tables.getStackTable(index).getLocationIndicesList().stream().map(at -> {
            Line line = tables.getLocationTable(at).getLines(0);
            Function function = tables.getFunctionTable(line.getFunctionIndex());
            return tables.getStringTable(function.getNameStrindex()) + "@"
                    + tables.getStringTable(function.getFilenameStrindex()) + ":" + line.getLine();
        }).collect(Collectors.joining("; "));
    }

    @Test
    void aProfileForEachFigure() throws IOException {
        ProfilesData data = ReadBack.otlp(shop(false));
        ProfilesDictionary tables = data.getDictionary();
        Map<String, String> read = new LinkedHashMap<>();
        for (Profile profile : profiles(data)) {
            assertEquals(2_000_000, profile.getDurationNano());
            read.put(tables.getStringTable(profile.getSampleType().getTypeStrindex()) + "/"
                    + tables.getStringTable(profile.getSampleType().getUnitStrindex()),
                    profile.getSamplesList().stream().map(sample -> sample.getValues(0) + " "
                            + stack(tables, sample.getStackIndex()))
                            .collect(Collectors.joining(" | ")));
        }
        String add = "byte[] (class)@:0; shop.Cart.add@Cart.java:5; shop.Main.main@Main.java:3";
        String main = "shop.Main.main@Main.java:3";
        assertEquals(List.of("alloc_objects/count=4 " + add + " | 1 " + main,
                "alloc_space/bytes=400 " + add + " | 100 " + main,
                "peak_objects/count=2 " + add + " | 1 " + main,
                "peak_space/bytes=200 " + add + " | 100 " + main,
                "inuse_objects/count=1 " + main, "inuse_space/bytes=100 " + main),
                read.entrySet().stream().map(Object::toString).collect(Collectors.toList()));
        Sample first = profiles(data).get(0).getSamples(0);
        KeyValueAndUnit type = tables.getAttributeTable(first.getAttributeIndices(0));
        assertEquals("jdhat.class", tables.getStringTable(type.getKeyStrindex()));
        assertEquals("byte[]", type.getValue().getStringValue());
        assertEquals(0, profiles(data).get(0).getSamples(1).getAttributeIndicesCount());
    }

    @Test
    void theResourceIsTheProcess() throws IOException {
        ProfilesData data = ReadBack.otlp(shop(false));
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (KeyValue each : data.getResourceProfiles(0).getResource().getAttributesList()) {
            attributes.put(each.getKey(), each.getValue().hasIntValue()
                    ? each.getValue().getIntValue() : each.getValue().getStringValue());
        }
        assertEquals(Map.of("service.name", "unknown_service:java", "process.command_line",
                "shop.Main --all", "process.pid", 7L), attributes);
        assertEquals("dev.jdhat", data.getResourceProfiles(0).getScopeProfiles(0).getScope()
                .getName());
    }

    @Test
    void aSampledProfileHasItsPeriodAndItsError() throws IOException {
        ProfilesData data = ReadBack.otlp(shop(true));
        ProfilesDictionary tables = data.getDictionary();
        Profile bytes = profiles(data).get(1);
        assertEquals(4_096, bytes.getPeriod());
        assertEquals("space", tables.getStringTable(bytes.getPeriodType().getTypeStrindex()));
        KeyValueAndUnit error = tables.getAttributeTable(bytes.getAttributeIndices(0));
        assertEquals("jdhat.standard_error 50 By", tables.getStringTable(error.getKeyStrindex())
                + " " + error.getValue().getIntValue() + " "
                + tables.getStringTable(error.getUnitStrindex()));
        assertEquals(400, bytes.getSamples(0).getValues(0));
    }

    /** The rules of profiles.proto: zero values first, no index out of range, nothing twice. */
    @Test
    void everyIndexIsGood() throws IOException {
        for (int seed = 1; seed <= 100; seed++) {
            new Rules(ReadBack.otlp(RandomProfile.of(seed))).check();
        }
    }

    private static final class Rules {
        private final ProfilesData data;
        private final ProfilesDictionary tables;
        private final BitSet strings = new BitSet();
        private final BitSet attributes = new BitSet();
        private final BitSet functions = new BitSet();
        private final BitSet locations = new BitSet();
        private final BitSet stacks = new BitSet();

        Rules(ProfilesData data) {
            this.data = data;
            tables = data.getDictionary();
            for (BitSet used : Arrays.asList(strings, attributes, functions, locations, stacks)) {
                used.set(0);
            }
        }

        void check() {
            checkZeros();
            profiles(data).forEach(this::check);
            tables.getStackTableList().forEach(stack -> use(locations,
                    tables.getLocationTableCount(), stack.getLocationIndicesList()));
            for (Location location : tables.getLocationTableList()) {
                assertEquals(0, location.getMappingIndex());
                location.getLinesList().forEach(line -> use(functions,
                        tables.getFunctionTableCount(), List.of(line.getFunctionIndex())));
            }
            for (Function function : tables.getFunctionTableList()) {
                useStrings(function.getNameStrindex(), function.getFilenameStrindex());
            }
            for (KeyValueAndUnit attribute : tables.getAttributeTableList()) {
                useStrings(attribute.getKeyStrindex(), attribute.getUnitStrindex());
            }
            checkNoneTwiceAndNoneUnused();
        }

        private void checkZeros() {
            assertEquals(Mapping.getDefaultInstance(), tables.getMappingTable(0));
            assertEquals(Location.getDefaultInstance(), tables.getLocationTable(0));
            assertEquals(Function.getDefaultInstance(), tables.getFunctionTable(0));
            assertEquals(Stack.getDefaultInstance(), tables.getStackTable(0));
            assertEquals(KeyValueAndUnit.getDefaultInstance(), tables.getAttributeTable(0));
            assertEquals("", tables.getStringTable(0));
            assertEquals(1, tables.getLinkTableCount());
            assertEquals(ByteString.copyFrom(new byte[16]), tables.getLinkTable(0).getTraceId());
            assertEquals(ByteString.copyFrom(new byte[8]), tables.getLinkTable(0).getSpanId());
        }

        private void check(Profile profile) {
            useStrings(profile.getSampleType().getTypeStrindex(),
                    profile.getSampleType().getUnitStrindex(),
                    profile.getPeriodType().getTypeStrindex(),
                    profile.getPeriodType().getUnitStrindex());
            use(attributes, tables.getAttributeTableCount(), profile.getAttributeIndicesList());
            BitSet seen = new BitSet();
            for (Sample sample : profile.getSamplesList()) {
                assertEquals(1, sample.getValuesCount());
                assertFalse(seen.get(sample.getStackIndex()));
                seen.set(sample.getStackIndex());
                use(stacks, tables.getStackTableCount(), List.of(sample.getStackIndex()));
                use(attributes, tables.getAttributeTableCount(), sample.getAttributeIndicesList());
            }
        }

        private void useStrings(Integer... indices) {
            use(strings, tables.getStringTableCount(), Arrays.asList(indices));
        }

        private static void use(BitSet used, int size, List<Integer> indices) {
            for (int index : indices) {
                assertTrue(index >= 0 && index < size, index + " of " + size);
                used.set(index);
            }
        }

        private void checkNoneTwiceAndNoneUnused() {
            assertEquals(tables.getStringTableCount(), strings.cardinality());
            assertEquals(tables.getAttributeTableCount(), attributes.cardinality());
            assertEquals(tables.getFunctionTableCount(), functions.cardinality());
            assertEquals(tables.getLocationTableCount(), locations.cardinality());
            assertEquals(tables.getStackTableCount(), stacks.cardinality());
            for (List<?> table : List.of(tables.getStringTableList(),
                    tables.getAttributeTableList(), tables.getFunctionTableList(),
                    tables.getLocationTableList(), tables.getStackTableList())) {
                assertEquals(table.size(), new HashSet<>(table).size());
            }
        }
    }
}
