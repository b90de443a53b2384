// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.profiles.v1development.Function;
import io.opentelemetry.proto.profiles.v1development.KeyValueAndUnit;
import io.opentelemetry.proto.profiles.v1development.Line;
import io.opentelemetry.proto.profiles.v1development.Link;
import io.opentelemetry.proto.profiles.v1development.Location;
import io.opentelemetry.proto.profiles.v1development.Mapping;
import io.opentelemetry.proto.profiles.v1development.ProfilesDictionary;
import io.opentelemetry.proto.profiles.v1development.Stack;
import java.util.List;

/** The tables that the profiles of a message share. The first of each is its zero value. */
final class OtlpDictionary {
    private static final int TRACE_ID = 16;
    private static final int SPAN_ID = 8;

    private final ProfilesDictionary.Builder tables = ProfilesDictionary.newBuilder();
    private final Numbering<String> strings = new Numbering<>(0, tables::addStringTable);
    private final Numbering<KeyValueAndUnit> attributes =
            new Numbering<>(0, tables::addAttributeTable);
    private final Numbering<List<String>> functions = new Numbering<>(1, this::addFunction);
    private final Numbering<String> locations = new Numbering<>(1, this::addLocation);

    OtlpDictionary() {
        string("");
        attributes.of(KeyValueAndUnit.getDefaultInstance());
        tables.addMappingTable(Mapping.getDefaultInstance());
        tables.addFunctionTable(Function.getDefaultInstance());
        tables.addLocationTable(Location.getDefaultInstance());
        tables.addStackTable(Stack.getDefaultInstance());
        // Readers that check lengths want these zeros, not none.
        tables.addLinkTable(Link.newBuilder()
                .setTraceId(ByteString.copyFrom(new byte[TRACE_ID]))
                .setSpanId(ByteString.copyFrom(new byte[SPAN_ID])));
    }

    ProfilesDictionary build() {
        return tables.build();
    }

    int string(String text) {
        return strings.of(SoundText.sound(text));
    }

    /** The attribute with a text. */
    int text(String key, String value) {
        return attributes.of(KeyValueAndUnit.newBuilder().setKeyStrindex(string(key))
                .setValue(AnyValue.newBuilder().setStringValue(SoundText.sound(value))).build());
    }

    /** The attribute with a number; the unit is one of UCUM. */
    int number(String key, long value, String unit) {
        return attributes.of(KeyValueAndUnit.newBuilder().setKeyStrindex(string(key))
                .setValue(AnyValue.newBuilder().setIntValue(value))
                .setUnitStrindex(string(unit)).build());
    }

    /** A stack that is not there yet, leaf first; 0, none, where there are no frames. */
    int stack(List<String> frames) {
        if (frames.isEmpty()) {
            return 0;
        }
        Stack.Builder stack = Stack.newBuilder();
        for (String frame : frames) {
            stack.addLocationIndices(locations.of(frame));
        }
        tables.addStackTable(stack);
        return tables.getStackTableCount() - 1;
    }

    private void addLocation(String frame) {
        FrameText parts = FrameText.of(frame);
        tables.addLocationTable(Location.newBuilder().addLines(Line.newBuilder()
                .setFunctionIndex(functions.of(List.of(parts.name(), parts.file())))
                .setLine(parts.line()).setColumn(parts.column())));
    }

    private void addFunction(List<String> nameAndFile) {
        tables.addFunctionTable(Function.newBuilder()
                .setNameStrindex(string(nameAndFile.get(0)))
                .setFilenameStrindex(string(nameAndFile.get(1))));
    }
}
