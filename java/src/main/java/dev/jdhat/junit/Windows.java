// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

/** Opens windows. Safe for several threads. */
interface Windows {
    /** A window of the calling thread, which closes it. */
    Window open(WindowSpec spec);
}
