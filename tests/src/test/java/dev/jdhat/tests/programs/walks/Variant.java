// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.walks;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * A class file made of another one's: with other names, other places and other lines. Int constants
 * from {@link #FIRST} on are places, and move; texts of the constant pool change where they contain
 * the pattern.
 */
final class Variant {
    /** The first place of a template; the second is one more, up to 99. */
    static final int FIRST = 1_000_000;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final DataOutputStream data = new DataOutputStream(out);
    private final DataInputStream in;
    private final int firstPlace;
    private final String pattern;
    private final String name;
    private final int lines;
    private String[] texts;
    private int endOfConstants;

    private Variant(DataInputStream in, int firstPlace, int lines, String pattern, String name) {
        this.in = in;
        this.firstPlace = firstPlace;
        this.lines = lines;
        this.pattern = pattern;
        this.name = name;
    }

    /** The class file of a class of this package, with places and lines moved. */
    static byte[] of(String template, int firstPlace, int lines) {
        return of(template, firstPlace, lines, "", "");
    }

    /** As above, and with every name that contains the pattern changed. */
    static byte[] of(String template, int firstPlace, int lines, String pattern, String name) {
        String file = template.replace('.', '/') + ".class";
        try (InputStream in = Variant.class.getResourceAsStream(file)) {
            return new Variant(new DataInputStream(in), firstPlace, lines, pattern, name).made();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] made() throws IOException {
        data.writeLong(in.readLong());
        constants();
        data.write(in.readAllBytes());
        byte[] bytes = out.toByteArray();
        ByteBuffer rest = ByteBuffer.wrap(bytes).position(endOfConstants);
        rest.position(rest.position() + 6);
        rest.position(rest.position() + 2 + 2 * rest.getShort(rest.position()));
        members(rest);
        members(rest);
        return bytes;
    }

    private void constants() throws IOException {
        int count = in.readUnsignedShort();
        data.writeShort(count);
        texts = new String[count];
        for (int i = 1; i < count; i++) {
            int tag = in.readByte();
            data.writeByte(tag);
            if (tag == 1) {
                texts[i] = in.readUTF();
                data.writeUTF(pattern.isEmpty() ? texts[i] : texts[i].replace(pattern, name));
            } else if (tag == 3) {
                int number = in.readInt();
                boolean isPlace = number >= FIRST && number < FIRST + 100;
                data.writeInt(isPlace ? number - FIRST + firstPlace : number);
            } else {
                data.write(in.readNBytes(length(tag)));
                // A long or double takes two entries.
                if (tag == 5 || tag == 6) i++;
            }
        }
        endOfConstants = out.size();
    }

    private static int length(int tag) {
        switch (tag) {
            case 5: case 6: return 8;
            case 7: case 8: case 16: case 19: case 20: return 2;
            case 15: return 3;
            default: return 4;
        }
    }

    private void members(ByteBuffer rest) {
        for (int n = rest.getShort(); n > 0; n--) {
            rest.position(rest.position() + 6);
            attributes(rest);
        }
    }

    private void attributes(ByteBuffer rest) {
        for (int n = rest.getShort(); n > 0; n--) {
            String attribute = texts[Short.toUnsignedInt(rest.getShort())];
            int end = rest.getInt() + rest.position();
            if (attribute.equals("Code")) {
                rest.position(rest.position() + 4);
                rest.position(rest.position() + 4 + rest.getInt(rest.position()));
                rest.position(rest.position() + 2 + 8 * rest.getShort(rest.position()));
                attributes(rest);
            } else if (attribute.equals("LineNumberTable")) {
                for (int at = rest.position() + 4; at < end; at += 4) {
                    rest.putShort(at, (short) (rest.getShort(at) + lines));
                }
            }
            rest.position(end);
        }
    }
}
