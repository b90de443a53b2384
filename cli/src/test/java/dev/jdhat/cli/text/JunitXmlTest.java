// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.text;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.jdhat.check.CheckResult;
import dev.jdhat.check.Checker;
import dev.jdhat.check.Limit;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;

class JunitXmlTest {
    /** What CheckTest reads back; here the reason that a disk gives. */
    @Test
    void theReasonIsThatOfTheStream() {
        IOException full = new IOException("No space left on device");
        OutputStream out =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw full;
                    }
                };
        Profile profile = Profile.builder(ProfileInfo.builder().build()).build();
        CheckResult result =
                new Checker(profile, null, LocalDate.EPOCH)
                        .check(List.of(Limit.of("max-total-bytes", "1")), List.of());
        assertSame(
                full, assertThrows(IOException.class, () -> JunitXml.write("a", result, out)));
    }
}
