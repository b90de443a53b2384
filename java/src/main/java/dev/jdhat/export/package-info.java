// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Writes and reads DHAT files, version 2.
 *
 * <pre>{@code
 * Profile profile = DhatReader.read(Path.of("dhat-heap.json"));
 * try (OutputStream out = Files.newOutputStream(Path.of("copy.json"))) {
 *     DhatWriter.write(profile, out);
 * }
 * }</pre>
 *
 * <p>No argument may be null. A file that is no DHAT file is a {@code DhatException}, whose message
 * is for the user. All methods may be called by any thread.
 */
package dev.jdhat.export;
