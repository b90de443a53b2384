// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.recording;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;

/** Writes recordings for tests, after docs/recording-format.md. */
public final class RecordingFile {
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    private final Map<String, Integer> strings = new HashMap<>();
    private Body rows = new Body();
    private int threadKeys;

    public RecordingFile() {
        this(1, 0);
    }

    public RecordingFile(int major, int generation) {
        ByteBuffer header = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        header.put(new byte[] {(byte) 0x89, 'J', 'D', 'H', 'A', 'T', 13, 10});
        header.putShort((short) major).putShort((short) 0).putInt(64);
        header.putLong(1_700_000_000_000_000L).putLong(4711).putLong(1).putInt(generation);
        CRC32 crc = new CRC32();
        crc.update(header.array(), 0, 60);
        header.putInt(60, (int) crc.getValue());
        file.writeBytes(header.array());
    }

    /** A body under construction. */
    public static final class Body {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        public Body() {
        }

        public Body number(long... values) {
            for (long each : values) {
                long value = each;
                for (; (value & ~0x7fL) != 0; value >>>= 7) {
                    bytes.write((int) (value & 0x7f | 0x80));
                }
                bytes.write((int) value);
            }
            return this;
        }

        public Body signed(long value) {
            return number(value << 1 ^ value >> 63);
        }

        public Body raw(byte[] more) {
            bytes.writeBytes(more);
            return this;
        }

        public Body text(String text) {
            byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
            return number(encoded.length).raw(encoded);
        }
    }

    public RecordingFile record(int type, Body body) {
        byte[] bytes = body.bytes.toByteArray();
        byte[] head = new Body().number(type, bytes.length).bytes.toByteArray();
        if (chunk.size() + head.length + bytes.length > RecordingFormat.CHUNK_MAX) {
            flush();
        }
        chunk.writeBytes(head);
        chunk.writeBytes(bytes);
        return this;
    }

    /** Ends the chunk. */
    public RecordingFile flush() {
        if (chunk.size() > 0) {
            byte[] payload = chunk.toByteArray();
            ByteBuffer head = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
            head.putInt(payload.length);
            CRC32 crc = new CRC32();
            crc.update(head.array(), 0, 4);
            crc.update(payload);
            head.putInt((int) crc.getValue());
            file.writeBytes(head.array());
            file.writeBytes(payload);
            chunk = new ByteArrayOutputStream();
        }
        return this;
    }

    /** Numbers in the order of the format, from the door to the collector. */
    public RecordingFile session(Door door, long lambda, Liveness liveness, long older,
            boolean finalCollection) {
        return session(door, lambda, liveness, older, finalCollection, "interval=0");
    }

    private RecordingFile session(Door door, long lambda, Liveness liveness, long older,
            boolean finalCollection, String options) {
        return record(RecordingFormat.SESSION, new Body().text("0.1.0").number(door.ordinal(),
                lambda, 128, liveness.ordinal(), older, Collector.G1.ordinal()).text("VM")
                .text("17.0.1").number(17).text("demo.Main --x").text("host").text(options)
                .number(1, 1, 1, threadKeys, finalCollection ? 1 : 0));
    }

    public RecordingFile session() {
        return session("interval=0");
    }

    public RecordingFile session(String options) {
        return session(Door.LOAD, 0, Liveness.ON, 0, true, options);
    }

    public int string(String text) {
        Integer known = strings.get(text);
        if (known == null) {
            known = strings.size() + 1;
            strings.put(text, known);
            record(RecordingFormat.STRING,
                    new Body().number(known).raw(text.getBytes(StandardCharsets.UTF_8)));
        }
        return known;
    }

    public RecordingFile interval(int id, long lambda, int k) {
        return record(RecordingFormat.INTERVAL, new Body().number(id, lambda, k));
    }

    public RecordingFile method(int id, String type, String name, String file) {
        int typeId = string(type);
        int nameId = string(name);
        int fileId = file == null ? 0 : string(file);
        return record(RecordingFormat.METHOD, new Body().number(id, typeId, nameId, string("()V"),
                fileId, 0));
    }

    public RecordingFile type(int id, String name) {
        int nameId = string(name);
        return record(RecordingFormat.CLASS, new Body().number(id, nameId));
    }

    /** Frames as method, line, method, line … */
    public RecordingFile stack(int id, int flags, int... frames) {
        Body body = new Body().number(id, flags, frames.length / 2);
        for (int i = 0; i < frames.length; i += 2) {
            body.number(frames[i]).signed(frames[i + 1]);
        }
        return record(RecordingFormat.STACK, body);
    }

    public RecordingFile scope(int id, int parent, String name) {
        int nameId = string(name);
        return record(RecordingFormat.SCOPE, new Body().number(id, parent, 1, nameId));
    }

    /** AdHocKind: its name, or null. */
    public RecordingFile context(int id, int scope, String adHocKind) {
        int kindId = adHocKind == null ? 0 : string(adHocKind);
        return record(RecordingFormat.CONTEXT, new Body().number(id, scope, 0, kindId));
    }

    /** The session, which must come after, tells threads apart by name. */
    public RecordingFile byThread() {
        threadKeys = 1;
        return this;
    }

    /** The context of a thread. */
    public RecordingFile thread(int id, String name) {
        int nameId = string(name);
        return record(RecordingFormat.CONTEXT, new Body().number(id, 0, nameId, 0));
    }

    public RecordingFile site(int id, int stack, int type, int interval, boolean adHoc) {
        return site(id, stack, type, interval, 0, adHoc);
    }

    public RecordingFile site(int id, int stack, int type, int interval, int context,
            boolean adHoc) {
        return record(RecordingFormat.SITE,
                new Body().number(id, stack, type, 0, interval, context, adHoc ? 1 : 0));
    }

    /** Adds a row to those that {@link #rows} writes; kind is the bit of the mask. */
    public RecordingFile row(long now, int site, long birth, int kind, long blocks, long bytes) {
        rows.number(site * 8L + kind, now - birth, blocks, bytes);
        return this;
    }

    public RecordingFile rows(long now) {
        Body body = new Body().number(now).raw(rows.bytes.toByteArray());
        rows = new Body();
        return record(RecordingFormat.ROWS, body);
    }

    public RecordingFile clock(long first, long last, ClockPoint.Kind kind, int flags, long time,
            long limit, long... counters) {
        return clock(first, last, kind, ClockPoint.Reason.NONE, flags, time, limit, counters);
    }

    public RecordingFile request(long first, long last, ClockPoint.Reason reason, int flags,
            long time, long limit, long... counters) {
        return clock(first, last, ClockPoint.Kind.REQUEST, reason, flags, time, limit, counters);
    }

    private RecordingFile clock(long first, long last, ClockPoint.Kind kind,
            ClockPoint.Reason reason, int flags, long time, long limit, long[] counters) {
        Body body = new Body().number(first, last - first, kind.ordinal(), reason.ordinal(),
                flags, time, limit, counters.length);
        for (long counter : counters) {
            body.number(counter + 1);
        }
        return record(RecordingFormat.CLOCK, body);
    }

    public RecordingFile mark(long epoch, String name) {
        int nameId = string(name);
        return record(RecordingFormat.MARK, new Body().number(epoch, nameId));
    }

    /** Closing 0 while it is open. */
    public RecordingFile window(int id, int scope, long opening, long closing,
            boolean allThreads) {
        return record(RecordingFormat.WINDOW,
                new Body().number(id, scope, opening, closing, allThreads ? 1 : 0));
    }

    public RecordingFile note(int code, long time, String text) {
        return record(RecordingFormat.NOTE, new Body().number(code, time).text(text));
    }

    public RecordingFile end(long time) {
        return record(RecordingFormat.END, new Body().number(1, time));
    }

    public byte[] bytes() {
        return flush().file.toByteArray();
    }

    public Path write(Path path) throws IOException {
        return Files.write(path, bytes());
    }
}
