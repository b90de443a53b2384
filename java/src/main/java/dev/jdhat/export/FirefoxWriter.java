// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import dev.jdhat.profile.Profile;
import dev.jdhat.profile.SortBy;
import java.io.IOException;
import java.io.OutputStream;

/** A plain DHAT file in the form that the Firefox Profiler imports. */
final class FirefoxWriter implements ProfileWriter {
    @Override
    public void write(Profile profile, SortBy by, OutputStream out) throws IOException {
        DhatWriter.write(profile, new FirefoxForm(), out);
    }
}
