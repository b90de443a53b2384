// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import java.util.function.Consumer;
import org.openjdk.jmc.flightrecorder.writer.api.Type;
import org.openjdk.jmc.flightrecorder.writer.api.TypeStructureBuilder;
import org.openjdk.jmc.flightrecorder.writer.api.TypedFieldBuilder;
import org.openjdk.jmc.flightrecorder.writer.api.Types;
import org.openjdk.jmc.flightrecorder.writer.api.Types.Builtin;
import org.openjdk.jmc.flightrecorder.writer.api.Types.JDK;

/**
 * The types of a flight recording that its readers know, as the JVM's own recordings have them.
 * The writer would register them all, but frames in a pool of constants, where the JDK's reader
 * does not expect them.
 */
final class JfrTypes {
    private static final String EVENT = "jdk.jfr.Event";
    private static final String ANNOTATION = "java.lang.annotation.Annotation";

    private final Types types;
    private final Type label;
    private final Type timestamp;
    private final Type timespan;
    private final Type amount;
    private final Type symbol;
    private final Type frameType;
    private final Type classType;
    private final Type method;
    private final Type frame;
    private final Type stack;

    JfrTypes(Types types) {
        this.types = types;
        label = annotation(JDK.ANNOTATION_LABEL.getTypeName());
        Type content = types.getOrAdd(JDK.ANNOTATION_CONTENT_TYPE.getTypeName(), ANNOTATION,
                type -> { });
        timestamp = annotation(JDK.ANNOTATION_TIMESTAMP.getTypeName(), content);
        timespan = annotation(JDK.ANNOTATION_TIMESPAN.getTypeName(), content);
        amount = annotation("jdk.jfr.DataAmount", content);
        symbol = types.getOrAdd(JDK.SYMBOL,
                type -> type.addField("string", Builtin.STRING));
        frameType = types.getOrAdd(JDK.FRAME_TYPE,
                type -> type.addField("description", Builtin.STRING));
        classType = types.getOrAdd(JDK.CLASS, type -> type.addField("name", symbol)
                .addField("modifiers", Builtin.INT).addField("hidden", Builtin.BOOLEAN));
        method = types.getOrAdd(JDK.METHOD, type -> type.addField("type", classType)
                .addField("name", symbol).addField("descriptor", symbol)
                .addField("modifiers", Builtin.INT).addField("hidden", Builtin.BOOLEAN));
        frame = types.getOrAdd(JDK.STACK_FRAME.getTypeName(), false, type -> type
                .addField("method", method).addField("lineNumber", Builtin.INT)
                .addField("bytecodeIndex", Builtin.INT).addField("type", frameType));
        stack = types.getOrAdd(JDK.STACK_TRACE, type -> type.addField("truncated", Builtin.BOOLEAN)
                .addField("frames", frame, TypedFieldBuilder::asArray));
    }

    private Type annotation(String name, Type... annotations) {
        return types.getOrAdd(name, ANNOTATION, type -> {
            type.addField("value", Builtin.STRING);
            for (Type each : annotations) {
                type.addAnnotation(each);
            }
        });
    }

    Type integer() {
        return types.getType(Builtin.INT);
    }

    Type string() {
        return types.getType(Builtin.STRING);
    }

    Type truth() {
        return types.getType(Builtin.BOOLEAN);
    }

    Type symbol() {
        return symbol;
    }

    Type frameType() {
        return frameType;
    }

    Type classType() {
        return classType;
    }

    Type method() {
        return method;
    }

    Type frame() {
        return frame;
    }

    Type stack() {
        return stack;
    }

    /** A type of events, which have a {@code startTime} before the other fields. */
    Type event(String name, String text, Consumer<TypeStructureBuilder> fields) {
        return types.getOrAdd(name, EVENT, type -> {
            type.addField("startTime", Builtin.LONG,
                    field -> field.addAnnotation(timestamp, "TICKS"));
            fields.accept(type);
            type.addAnnotation(label, text);
        });
    }

    void addStack(TypeStructureBuilder fields) {
        fields.addField("stackTrace", stack, field -> field.addAnnotation(label, "Stack Trace"));
    }

    void addClass(TypeStructureBuilder fields, String name, String text) {
        fields.addField(name, classType, field -> field.addAnnotation(label, text));
    }

    void addText(TypeStructureBuilder fields, String name, String text) {
        fields.addField(name, Builtin.STRING, field -> field.addAnnotation(label, text));
    }

    void addNumber(TypeStructureBuilder fields, String name, String text) {
        fields.addField(name, Builtin.LONG, field -> field.addAnnotation(label, text));
    }

    void addFlag(TypeStructureBuilder fields, String name, String text) {
        fields.addField(name, Builtin.BOOLEAN, field -> field.addAnnotation(label, text));
    }

    void addBytes(TypeStructureBuilder fields, String name, String text) {
        fields.addField(name, Builtin.LONG, field -> field.addAnnotation(label, text)
                .addAnnotation(amount, "BYTES"));
    }

    /** The unit is none of microseconds, which JDK Mission Control does not know. */
    void addTimespan(TypeStructureBuilder fields, String name, String text, String unit) {
        fields.addField(name, Builtin.LONG, field -> field.addAnnotation(label, text)
                .addAnnotation(timespan, unit));
    }
}
