// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.recording;

/** A cursor over encoded values; throws {@link Malformed} rather than read past its end. */
final class Body {
    private byte[] bytes = new byte[0];
    private int position;
    private int end;

    void set(byte[] array, int from, int to) {
        bytes = array;
        position = from;
        end = to;
    }

    int position() {
        return position;
    }

    int remaining() {
        return end - position;
    }

    long varint() {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            if (position == end) {
                throw new Malformed("a number is cut");
            }
            byte next = bytes[position++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                if (value < 0) {
                    throw new Malformed("a number is too large");
                }
                return value;
            }
        }
        throw new Malformed("a number has more than 10 bytes");
    }

    /** A varint that must fit an int: ids, flags, small counts. */
    int small() {
        long value = varint();
        if (value > Integer.MAX_VALUE) {
            throw new Malformed("an id or count is too large");
        }
        return (int) value;
    }

    /** An id that may not be 0. */
    int id() {
        int id = small();
        if (id == 0) {
            throw new Malformed("an id is missing");
        }
        return id;
    }

    long svarint() {
        long value = varint();
        return (value >>> 1) ^ -(value & 1);
    }

    /** Value, or {@link ClockPoint#UNKNOWN}. */
    long counter() {
        return varint() - 1;
    }

    String text() {
        return text(small());
    }

    String rest() {
        return text(remaining());
    }

    /** Passes over n bytes. */
    void skip(int n) {
        if (n > remaining()) {
            throw new Malformed("a record is longer than its chunk");
        }
        position += n;
    }

    private String text(int length) {
        int from = position;
        skip(length);
        return ModifiedUtf8.decode(bytes, from, length);
    }
}
