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
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The tables that the profiles of a message share. The first of each is its zero value. */
final class OtlpDictionary {
    private static final int TRACE_ID = 16;
    private static final int SPAN_ID = 8;

    private final Encoded mappings = new Encoded();
    private final Encoded locationTable = new Encoded();
    private final Encoded functionTable = new Encoded();
    private final Encoded links = new Encoded();
    private final Encoded stringTable = new Encoded();
    private final Encoded attributeTable = new Encoded();
    private final Encoded stacks = new Encoded();
    private final TextNumbering strings = new TextNumbering(0,
            text -> stringTable.add(ProfilesDictionary.STRING_TABLE_FIELD_NUMBER, text));
    private final Numbering<KeyValueAndUnit> attributes = new Numbering<>(0, attribute ->
            attributeTable.add(ProfilesDictionary.ATTRIBUTE_TABLE_FIELD_NUMBER, attribute));
    private final FunctionNumbering functions = new FunctionNumbering(this::addFunction);
    private final TextNumbering locations = new TextNumbering(1, this::addLocation);

    OtlpDictionary() {
        string("");
        attributes.of(KeyValueAndUnit.getDefaultInstance());
        mappings.add(ProfilesDictionary.MAPPING_TABLE_FIELD_NUMBER, Mapping.getDefaultInstance());
        add(Function.getDefaultInstance());
        add(Location.getDefaultInstance());
        add(Stack.getDefaultInstance());
        // Readers that check lengths want these zeros, not none.
        links.add(ProfilesDictionary.LINK_TABLE_FIELD_NUMBER, Link.newBuilder()
                .setTraceId(ByteString.copyFrom(new byte[TRACE_ID]))
                .setSpanId(ByteString.copyFrom(new byte[SPAN_ID])).build());
    }

    /** Writes all the tables as the message that is a field of another one. */
    void write(int field, OutputStream out) throws IOException {
        Encoded[] tables = {mappings, locationTable, functionTable, links, stringTable,
            attributeTable, stacks};
        Encoded.write(field, tables, out);
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
        for (int location : locations.of(frames)) {
            stack.addLocationIndices(location);
        }
        add(stack.build());
        return stacks.count() - 1;
    }

    private void addLocation(String frame) {
        FrameText parts = FrameText.of(frame);
        int function = functions.of(string(parts.name()), string(parts.file()));
        add(Location.newBuilder().addLines(Line.newBuilder()
                .setFunctionIndex(function)
                .setLine(parts.line()).setColumn(parts.column())).build());
    }

    private void addFunction(int name, int file) {
        add(Function.newBuilder().setNameStrindex(name)
                .setFilenameStrindex(file).build());
    }

    private void add(Function function) {
        functionTable.add(ProfilesDictionary.FUNCTION_TABLE_FIELD_NUMBER, function);
    }

    private void add(Location location) {
        locationTable.add(ProfilesDictionary.LOCATION_TABLE_FIELD_NUMBER, location);
    }

    private void add(Stack stack) {
        stacks.add(ProfilesDictionary.STACK_TABLE_FIELD_NUMBER, stack);
    }
}
