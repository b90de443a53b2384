// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import dev.jdhat.profile.ProgramPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmc.flightrecorder.writer.api.Type;
import org.openjdk.jmc.flightrecorder.writer.api.TypedFieldValue;
import org.openjdk.jmc.flightrecorder.writer.api.TypedValue;

/** Classes, methods, frames and stacks as values of a flight recording, each once. */
final class JfrStacks {
    private static final String UNKNOWN = "unknown";
    /** Readers take it apart; a profile does not know what methods take and return. */
    private static final String DESCRIPTOR = "()V";
    private static final int NO_LINE = -1;
    /** Spreads what differs in the last bits only, of which tables would make a list. */
    private static final int FACTOR = 0x9e3779b1;

    /** As the field of a method. */
    private final Map<String, TypedFieldValue> classes = new HashMap<>();
    /** As the field of a frame. */
    private final Map<Integer, TypedFieldValue> lines = new HashMap<>();
    private final List<TypedValue> frames = new ArrayList<>();
    private final TextNumbering numbers = new TextNumbering(0, this::addFrame);

    private final Type string;
    private final Type integer;
    private final JfrValues symbolValues;
    private final JfrValues classValues;
    private final JfrValues methodValues;
    private final JfrValues frameValues;
    private final JfrValues stackValues;
    // The fields that are the same each time.
    private final TypedFieldValue classModifiers;
    private final TypedFieldValue classHidden;
    private final TypedFieldValue descriptor;
    private final TypedFieldValue methodModifiers;
    private final TypedFieldValue methodHidden;
    private final TypedFieldValue bytecodeIndex;
    private final TypedFieldValue nativeFrame;
    private final TypedFieldValue otherFrame;
    private final TypedFieldValue truncated;

    JfrStacks(JfrTypes types) {
        string = types.string();
        integer = types.integer();
        symbolValues = new JfrValues(types.symbol());
        classValues = new JfrValues(types.classType());
        methodValues = new JfrValues(types.method());
        frameValues = new JfrValues(types.frame());
        stackValues = new JfrValues(types.stack());
        TypedValue zero = integer.asValue(0);
        TypedValue no = types.truth().asValue(false);
        classModifiers = classValues.field("modifiers", zero);
        classHidden = classValues.field("hidden", no);
        descriptor = methodValues.field("descriptor", symbol(DESCRIPTOR));
        methodModifiers = methodValues.field("modifiers", zero);
        methodHidden = methodValues.field("hidden", no);
        bytecodeIndex = frameValues.field("bytecodeIndex", integer.asValue(NO_LINE));
        nativeFrame = frameValues.field("type", types.frameType().asValue("Native"));
        otherFrame = frameValues.field("type", types.frameType().asValue("Unknown"));
        truncated = stackValues.field("truncated", no);
    }

    /** The class of that name as source has it; {@code unknown} where it is empty. */
    TypedValue type(String name) {
        return typeField(name).getValue();
    }

    private TypedFieldValue typeField(String name) {
        return classes.computeIfAbsent(name.isEmpty() ? UNKNOWN : name,
                known -> methodValues.field("type", classValues.of(
                        classValues.field("name", symbol(internalName(known))),
                        classModifiers, classHidden)));
    }

    /** The stack of a site. */
    TypedValue stack(ProgramPoint point) {
        return stackValues.of(new Stack(point));
    }

    /** The numbers of the frames of a site's stack; one at least, for the writer takes no less. */
    private int[] frames(ProgramPoint point) {
        List<String> texts = point.frames();
        int[] stack = numbers.of(texts, texts.size() - point.stack().size());
        return stack.length > 0 ? stack : new int[] {numbers.of("[no frames]")};
    }

    private TypedValue[] frameValues(ProgramPoint point) {
        int[] stack = frames(point);
        TypedValue[] values = new TypedValue[stack.length];
        for (int i = 0; i < stack.length; i++) {
            values[i] = frames.get(stack[i]);
        }
        return values;
    }

    private void addFrame(String text) {
        FrameText parts = FrameText.of(SoundText.sound(text));
        frames.add(frameValues.of(frameValues.field("method", method(parts.bareName())),
                lineField(parts.line() == 0 ? NO_LINE : parts.line()), bytecodeIndex,
                text.endsWith(" (native)") ? nativeFrame : otherFrame));
    }

    private TypedFieldValue lineField(int line) {
        return lines.computeIfAbsent(line,
                known -> frameValues.field("lineNumber", integer.asValue((int) known)));
    }

    /** A frame that is not a method of a class keeps its whole text as the method's name. */
    private TypedValue method(String name) {
        int dot = name.startsWith("[") ? -1 : name.lastIndexOf('.');
        return methodValues.of(new Method(typeField(dot <= 0 ? "" : name.substring(0, dot)),
                symbol(dot <= 0 ? name : name.substring(dot + 1))));
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

    private TypedValue symbol(String text) {
        return symbolValues.of(new Symbol(string.asValue(text)));
    }

    /** The field of a symbol. */
    private final class Symbol extends JfrFields {
        private final TypedValue text;

        Symbol(TypedValue text) {
            this.text = text;
        }

        @Override
        List<String> names() {
            return symbolValues.names();
        }

        @Override
        TypedFieldValue field(String name) {
            return symbolValues.field(name, text);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Symbol && text.equals(((Symbol) other).text);
        }

        @Override
        public int hashCode() {
            return text.hashCode();
        }
    }

    /** The fields of a method. */
    private final class Method extends JfrFields {
        private final TypedFieldValue type;
        private final TypedValue name;

        Method(TypedFieldValue type, TypedValue name) {
            this.type = type;
            this.name = name;
        }

        @Override
        List<String> names() {
            return methodValues.names();
        }

        @Override
        TypedFieldValue field(String field) {
            switch (field) {
                case "type": return type;
                case "name": return methodValues.field(field, name);
                case "descriptor": return descriptor;
                case "modifiers": return methodModifiers;
                default: return methodHidden;
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Method && type.equals(((Method) other).type)
                    && name.equals(((Method) other).name);
        }

        @Override
        public int hashCode() {
            return (31 * type.hashCode() + name.hashCode()) * FACTOR;
        }
    }

    /** The fields of a stack, made when it is written: there are many, and they are long. */
    private final class Stack extends JfrFields {
        private final ProgramPoint point;
        private final int hash;

        Stack(ProgramPoint point) {
            this.point = point;
            hash = Arrays.hashCode(frames(point)) * FACTOR;
        }

        @Override
        List<String> names() {
            return stackValues.names();
        }

        @Override
        TypedFieldValue field(String name) {
            return name.equals("frames") ? stackValues.field(name, frameValues(point)) : truncated;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Stack
                    && Arrays.equals(frames(point), frames(((Stack) other).point));
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
