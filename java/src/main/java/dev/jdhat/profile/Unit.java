// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

/** What is counted. */
public enum Unit {
    /** Bytes in blocks. */
    HEAP,
    /** Units in events. */
    AD_HOC
}
