// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.demo;

/**
 * Churn, not a leak: a buffer that doubles while an upload comes in. Each request allocates 127 KiB
 * for a body of 64 KiB, and all of it is garbage when the request is answered. In the profile: the
 * largest total of all, next to nothing at the end.
 */
final class UploadBuffer {
    static final int FIRST_CAPACITY = 1024;
    static final int BODY_LENGTH = 64 * 1024;

    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int length;

    /** Takes the body of request {@code id} from the wire, byte by byte. */
    void receive(int id) {
        for (int i = 0; i < BODY_LENGTH; i++) {
            if (length == bytes.length) {
                grow();
            }
            bytes[length++] = (byte) (id + i);
        }
    }

    private void grow() {
        byte[] larger = new byte[bytes.length * 2];
        System.arraycopy(bytes, 0, larger, 0, length);
        bytes = larger;
    }

    int length() {
        return length;
    }

    /** Copies the head of the body; the rest would be on disk. */
    void copyHead(byte[] into) {
        System.arraycopy(bytes, 0, into, 0, Math.min(into.length, length));
    }
}
