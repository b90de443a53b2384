// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmc.flightrecorder.writer.api.TypedValue;

/** Classes, methods, frames and stacks as values of a flight recording, each once. */
final class JfrStacks {
    private static final String UNKNOWN = "unknown";
    /** Readers take it apart; a profile does not know what methods take and return. */
    private static final String DESCRIPTOR = "()V";
    private static final int NO_LINE = -1;

    private final JfrTypes types;
    private final Map<String, TypedValue> classes = new HashMap<>();
    private final Map<String, TypedValue> methods = new HashMap<>();
    private final Map<String, TypedValue> frames = new HashMap<>();

    JfrStacks(JfrTypes types) {
        this.types = types;
    }

    /** The class of that name as source has it; {@code unknown} where it is empty. */
    TypedValue type(String name) {
        return classes.computeIfAbsent(name.isEmpty() ? UNKNOWN : name, this::newType);
    }

    private TypedValue newType(String name) {
        return types.classType().asValue(value -> value.putField("name", internalName(name))
                .putField("modifiers", 0).putField("hidden", false));
    }

    /** Leaf first. */
    TypedValue stack(List<String> texts) {
        TypedValue[] values = new TypedValue[Math.max(1, texts.size())];
        // The writer takes no empty array.
        values[0] = texts.isEmpty() ? frame("[no frames]") : null;
        for (int i = 0; i < texts.size(); i++) {
            values[i] = frame(texts.get(i));
        }
        return types.stack().asValue(value -> value.putField("truncated", false)
                .putField("frames", values));
    }

    private TypedValue frame(String text) {
        return frames.computeIfAbsent(text, this::newFrame);
    }

    private TypedValue newFrame(String text) {
        FrameText parts = FrameText.of(SoundText.sound(text));
        TypedValue method = method(parts.bareName());
        return types.frame().asValue(value -> value.putField("method", method)
                .putField("lineNumber", parts.line() == 0 ? NO_LINE : parts.line())
                .putField("bytecodeIndex", NO_LINE)
                .putField("type", text.endsWith(" (native)") ? "Native" : "Unknown"));
    }

    private TypedValue method(String name) {
        return methods.computeIfAbsent(name, this::newMethod);
    }

    /** A frame that is not a method of a class keeps its whole text as the method's name. */
    private TypedValue newMethod(String name) {
        int dot = name.startsWith("[") ? -1 : name.lastIndexOf('.');
        TypedValue owner = type(dot <= 0 ? "" : name.substring(0, dot));
        return types.method().asValue(value -> value.putField("type", owner)
                .putField("name", dot <= 0 ? name : name.substring(dot + 1))
                .putField("descriptor", DESCRIPTOR).putField("modifiers", 0)
                .putField("hidden", false));
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
