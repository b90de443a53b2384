// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import java.util.Map;
import java.util.function.Consumer;
import org.openjdk.jmc.flightrecorder.writer.api.Type;
import org.openjdk.jmc.flightrecorder.writer.api.TypedValue;
import org.openjdk.jmc.flightrecorder.writer.api.TypedValueBuilder;

/**
 * Values of one type of a flight recording, all of whose fields are given each time. The writer
 * would make a builder and a large map for each.
 */
final class JfrValues {
    private final Type type;
    private final TypedValueBuilder builder;

    JfrValues(Type type) {
        this.type = type;
        builder = type.valueBuilder();
    }

    /** One that is kept. */
    TypedValue of(Consumer<TypedValueBuilder> fields) {
        fields.accept(builder);
        return type.asValue((Object) Map.copyOf(builder.build()));
    }

    /** One that is good until the next one is made. */
    TypedValue passing(Consumer<TypedValueBuilder> fields) {
        fields.accept(builder);
        return type.asValue((Object) builder.build());
    }
}
