// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.recording;

import java.nio.file.Path;

/** What a user reads when a file cannot be read as a recording: the thing and the way out. */
final class Messages {
    private Messages() {
    }

    static RecordingException missing(Path file) {
        return new RecordingException(file + " does not exist; give the path of a recording"
                + " (*.jdhat).");
    }

    static RecordingException folder(Path file) {
        return new RecordingException(file + " is a folder; give the path of a recording"
                + " (*.jdhat) in it.");
    }

    static RecordingException unreadable(Path file, String reason) {
        return new RecordingException(file + " cannot be read (" + reason + "); check its"
                + " permissions and its disk.");
    }

    static RecordingException foreign(Path file) {
        return new RecordingException(file + " is not a jdhat recording; give the path of a file"
                + " that jdhat recorded (*.jdhat).");
    }

    static RecordingException cutHeader(Path file, long length) {
        return new RecordingException(file + " is a recording that never got its header (" + length
                + " of " + RecordingFormat.HEADER_LENGTH + " bytes): the target ended as it began"
                + " to record, or the disk was full; record again.");
    }

    static RecordingException damagedHeader(Path file) {
        return new RecordingException(file + " has a damaged header (its checksum is wrong); take"
                + " another copy of it or record again.");
    }

    static RecordingException newer(Path file, int major, int minor) {
        return new RecordingException(file + " is a recording of format version " + major + "."
                + minor + ", and this jdhat reads version " + RecordingFormat.MAJOR + "."
                + RecordingFormat.MINOR + "; use the jdhat that recorded it, or a newer one.");
    }

    static RecordingException noSession(Path file) {
        return new RecordingException(file + " is a recording that ends before its session"
                + " record: the target ended as it began to record, or the disk was full; record"
                + " again.");
    }

    static RecordingException damaged(Path file, long position, long size) {
        return new RecordingException(file + " is damaged at byte " + position + " of " + size
                + " (a checksum is wrong); take another copy of it, or use only what stands before"
                + " the damage.");
    }

    static RecordingException malformed(Path file, long position, String what) {
        return new RecordingException(file + " cannot be understood at byte " + position + ": "
                + what + "; it was not written by jdhat, or this is a bug in jdhat to report.");
    }

    static RecordingException shrunk(Path file) {
        return new RecordingException(file + " became shorter while it was read; take a copy of"
                + " it that nothing else writes to.");
    }
}
