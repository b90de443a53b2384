// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import dev.jdhat.profile.ProgramPoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmc.flightrecorder.writer.api.Type;
import org.openjdk.jmc.flightrecorder.writer.api.TypedValue;

/** Classes, methods, frames and stacks as values of a flight recording, each once. */
final class JfrStacks {
    private static final String UNKNOWN = "unknown";
    /** Readers take it apart; a profile does not know what methods take and return. */
    private static final String DESCRIPTOR = "()V";
    private static final int NO_LINE = -1;

    private final Map<String, TypedValue> classes = new HashMap<>();
    private final Map<String, TypedValue> methods = new HashMap<>();
    private final JfrValues classValues;
    private final JfrValues methodValues;
    private final JfrValues frameValues;
    private final JfrValues stackValues;
    private final Type symbol;
    private final TypedValue descriptor;
    private final TypedValue zero;
    private final TypedValue noLine;
    private final TypedValue no;
    private final TypedValue nativeFrame;
    private final TypedValue otherFrame;
    private final List<TypedValue> frames = new ArrayList<>();
    private final TextNumbering numbers = new TextNumbering(0, this::addFrame);

    JfrStacks(JfrTypes types) {
        symbol = types.symbol();
        classValues = new JfrValues(types.classType());
        methodValues = new JfrValues(types.method());
        frameValues = new JfrValues(types.frame());
        stackValues = new JfrValues(types.stack());
        // The same each time: their fields are made once.
        descriptor = symbol.asValue(DESCRIPTOR);
        zero = types.integer().asValue(0);
        noLine = types.integer().asValue(NO_LINE);
        no = types.truth().asValue(false);
        nativeFrame = types.frameType().asValue("Native");
        otherFrame = types.frameType().asValue("Unknown");
    }

    /** The class of that name as source has it; {@code unknown} where it is empty. */
    TypedValue type(String name) {
        return classes.computeIfAbsent(name.isEmpty() ? UNKNOWN : name, this::newType);
    }

    private TypedValue newType(String name) {
        return classValues.of(value -> value
                .putField("name", symbol.asValue(internalName(name)))
                .putField("modifiers", zero).putField("hidden", no));
    }

    /** The stack of a site. */
    TypedValue stack(ProgramPoint point) {
        List<String> texts = point.frames();
        int[] stack = numbers.of(texts, texts.size() - point.stack().size());
        TypedValue[] values = new TypedValue[Math.max(1, stack.length)];
        // The writer takes no empty array.
        values[0] = stack.length == 0 ? frames.get(numbers.of("[no frames]")) : null;
        for (int i = 0; i < stack.length; i++) {
            values[i] = frames.get(stack[i]);
        }
        return stackValues.of(value -> value.putField("truncated", no)
                .putField("frames", values));
    }

    private void addFrame(String text) {
        FrameText parts = FrameText.of(SoundText.sound(text));
        TypedValue method = method(parts.bareName());
        frames.add(frameValues.of(value -> value.putField("method", method)
                .putField("lineNumber", parts.line() == 0 ? NO_LINE : parts.line())
                .putField("bytecodeIndex", noLine)
                .putField("type", text.endsWith(" (native)") ? nativeFrame : otherFrame)));
    }

    private TypedValue method(String name) {
        return methods.computeIfAbsent(name, this::newMethod);
    }

    /** A frame that is not a method of a class keeps its whole text as the method's name. */
    private TypedValue newMethod(String name) {
        int dot = name.startsWith("[") ? -1 : name.lastIndexOf('.');
        TypedValue owner = type(dot <= 0 ? "" : name.substring(0, dot));
        return methodValues.of(value -> value.putField("type", owner)
                .putField("name", symbol.asValue(dot <= 0 ? name : name.substring(dot + 1)))
                .putField("descriptor", descriptor).putField("modifiers", zero)
                .putField("hidden", no));
    }

    /** The JVM's name of a class, which readers turn back: {@code byte[]} is {@code [B}. */
    static String internalName(String type) {
        String element = type;
        StringBuilder brackets = new StringBuilder();
        while (element.endsWith("[]")) {
            element = element.substring(0, element.length() - 2);
            brackets.append('[');
        }
        String sound = SoundText.sound(element).replace('.', '/');
        if (brackets.length() == 0) {
            return sound;
        }
        String primitive = primitive(element);
        return brackets + (primitive.isEmpty() ? "L" + sound + ";" : primitive);
    }

    private static String primitive(String name) {
        switch (name) {
            case "boolean": return "Z";
            case "byte": return "B";
            case "char": return "C";
            case "short": return "S";
            case "int": return "I";
            case "long": return "J";
            case "float": return "F";
            case "double": return "D";
            default: return "";
        }
    }
}
