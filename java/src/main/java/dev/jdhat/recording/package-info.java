// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Reads recordings: what the agent counted, record by record.
 *
 * <pre>{@code
 * try (Recording recording = Recording.open(Path.of("app.jdhat"))) {
 *     recording.scan(new RecordingVisitor() {
 *         public void clock(ClockPoint point) {
 *             System.out.println(point.time() + " µs: epoch " + point.last());
 *         }
 *     });
 * }
 * }</pre>
 *
 * <p>No argument may be null. A file that cannot be read is a {@code RecordingException}, whose
 * message is for the user. A recording is for one thread at a time; values are immutable.
 */
package dev.jdhat.recording;
