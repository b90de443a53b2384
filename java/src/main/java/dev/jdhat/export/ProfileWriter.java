// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import dev.jdhat.profile.Profile;
import dev.jdhat.profile.SortBy;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a profile in one format. */
interface ProfileWriter {
    /**
     * Writes it, flushes the stream and leaves it open.
     *
     * @param by the figure, for formats that have one only
     */
    void write(Profile profile, SortBy by, OutputStream out) throws IOException;
}
