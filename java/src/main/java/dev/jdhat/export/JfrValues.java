// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.openjdk.jmc.flightrecorder.writer.api.Type;
import org.openjdk.jmc.flightrecorder.writer.api.TypedField;
import org.openjdk.jmc.flightrecorder.writer.api.TypedFieldValue;
import org.openjdk.jmc.flightrecorder.writer.api.TypedValue;
import org.openjdk.jmc.flightrecorder.writer.api.TypedValueBuilder;

/**
 * Values of one type of a flight recording. The writer would make a builder and a large map for
 * each, and a new object for each field, also where they are equal.
 */
final class JfrValues {
    private final Type type;
    private final TypedValueBuilder builder;
    private final List<String> names;

    JfrValues(Type type) {
        this.type = type;
        builder = type.valueBuilder();
        names = type.getFields().stream().map(TypedField::getName).collect(Collectors.toList());
    }

    /** The names of the fields, in the order of the type. */
    List<String> names() {
        return names;
    }

    /** A field that is one value. */
    TypedFieldValue field(String name, TypedValue value) {
        return builder.putField(name, value).build().get(name);
    }

    /** A field that is an array, of one value at least. */
    TypedFieldValue field(String name, TypedValue[] values) {
        return builder.putField(name, values).build().get(name);
    }

    /** One that is kept, of all its fields in the order of the type. */
    TypedValue of(TypedFieldValue... fields) {
        return of(new Kept(names, fields));
    }

    /** One that is kept, of fields that are kept. */
    TypedValue of(JfrFields fields) {
        return type.asValue((Object) fields);
    }

    /** One that is good until the next one is made, all of whose fields are given each time. */
    TypedValue passing(Consumer<TypedValueBuilder> fields) {
        fields.accept(builder);
        return type.asValue((Object) builder.build());
    }

    private static final class Kept extends JfrFields {
        private final List<String> names;
        private final TypedFieldValue[] fields;

        Kept(List<String> names, TypedFieldValue[] fields) {
            this.names = names;
            this.fields = fields;
        }

        @Override
        List<String> names() {
            return names;
        }

        @Override
        TypedFieldValue field(String name) {
            int i = 0;
            while (!names.get(i).equals(name)) {
                i++;
            }
            return fields[i];
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Kept && Arrays.equals(fields, ((Kept) other).fields);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(fields);
        }
    }
}
