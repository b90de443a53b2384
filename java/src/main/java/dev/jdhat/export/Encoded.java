// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.MessageLite;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Fields of a message, encoded as they come. A table takes as much memory so as it takes room in
 * the file, and not several times as much as its messages do.
 */
final class Encoded {
    private static final int BUFFER = 1 << 12;

    private final ByteString.Output bytes = ByteString.newOutput(BUFFER);
    private final CodedOutputStream out = CodedOutputStream.newInstance(bytes, BUFFER);
    private int count;

    /** How a field is written. */
    private interface Field {
        void write() throws IOException;
    }

    /** Adds all the fields that a message has. */
    static Encoded of(MessageLite message) {
        Encoded fields = new Encoded();
        fields.write(() -> message.writeTo(fields.out));
        return fields;
    }

    void add(int field, MessageLite message) {
        write(() -> out.writeMessage(field, message));
    }

    void add(int field, String text) {
        write(() -> out.writeString(field, text));
    }

    /** Adds the message that has the fields of all parts. */
    void add(int field, Encoded... parts) {
        write(() -> {
            out.flush();
            write(field, parts, bytes);
        });
    }

    /** How many were added. */
    int count() {
        return count;
    }

    void writeTo(OutputStream to) throws IOException {
        out.flush();
        bytes.writeTo(to);
    }

    /** Writes a field: the message that has the fields of all parts. */
    static void write(int field, Encoded[] parts, OutputStream to) throws IOException {
        int size = 0;
        for (Encoded part : parts) {
            part.out.flush();
            size = Math.addExact(size, part.bytes.size());
        }
        CodedOutputStream start = CodedOutputStream.newInstance(to, BUFFER);
        start.writeTag(field, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        start.writeUInt32NoTag(size);
        start.flush();
        for (Encoded part : parts) {
            part.writeTo(to);
        }
    }

    private void write(Field field) {
        try {
            field.write();
            count++;
        } catch (IOException e) {
            throw new AssertionError("memory takes everything", e);
        }
    }
}
