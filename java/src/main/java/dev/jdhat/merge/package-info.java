// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Many profiles added up to one.
 *
 * <pre>{@code
 * ProfileMerge merge = new ProfileMerge();
 * for (Path file : files) {
 *     merge.add(DhatReader.read(file), file.toString());
 * }
 * Profile all = merge.merged();
 * }</pre>
 *
 * <p>docs/merge.md says what adds up and what does not. No argument may be null. A merge belongs to
 * one thread; what it makes is immutable and for any.
 */
package dev.jdhat.merge;
