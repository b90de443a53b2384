// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.recording;

/** Names for the numbers in docs/recording-format.md, which is the authority. */
final class RecordingFormat {
    static final byte[] MAGIC = {(byte) 0x89, 'J', 'D', 'H', 'A', 'T', '\r', '\n'};
    static final int MAJOR = 1;
    static final int MINOR = 1;
    static final int HEADER_LENGTH = 64;
    static final int CHUNK_HEADER_LENGTH = 8;
    static final int CHUNK_MAX = 1 << 20;

    static final int AT_MAJOR = 8;
    static final int AT_MINOR = 10;
    static final int AT_HEADER_LENGTH = 12;
    static final int AT_START = 16;
    static final int AT_PID = 24;
    static final int AT_SESSION_ID = 32;
    static final int AT_GENERATION = 40;
    static final int AT_CRC = 60;

    static final int SESSION = 1;
    static final int INTERVAL = 2;
    static final int STRING = 3;
    static final int METHOD = 4;
    static final int CLASS = 5;
    static final int STACK = 6;
    static final int SCOPE = 7;
    static final int CONTEXT = 8;
    static final int SITE = 9;
    static final int ROWS = 10;
    static final int CLOCK = 11;
    static final int MARK = 12;
    static final int WINDOW = 13;
    static final int NOTE = 14;
    static final int END = 15;

    static final int METHOD_NATIVE = 1;
    static final int WINDOW_ALL_THREADS = 1;
    static final int ROW_MASK_BITS = 3;
    static final int ROW_TRACKED = 1;
    static final int ROW_UNTRACKED = 2;
    static final int ROW_DIED = 4;

    private RecordingFormat() {
    }
}
