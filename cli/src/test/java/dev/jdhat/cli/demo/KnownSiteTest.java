// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownSiteTest {
    @ParameterizedTest
    @CsvSource({
        "FUTURE_NOBODY_COMPLETES, dev.jdhat.cli.demo.PendingConfirmations.encode,  500,   2056000,"
                + " 500, 2056000",
        "TASK_PARKED_FOR_EVER,    dev.jdhat.cli.demo.QuotaGate.readBody,           40,    2622080,"
                + " 40,  2622080",
        "LISTENER_NEVER_REMOVED,  dev.jdhat.cli.demo.ChangeFeed$Watcher.<init>,    200,   1641600,"
                + " 200, 1641600",
        "GROWING_BUFFER,          dev.jdhat.cli.demo.UploadBuffer.grow,            12000,"
                + " 258240000, 0, 0"
    })
    void theTruthInNumbers(
            KnownSite site,
            String frame,
            long totalBlocks,
            long totalBytes,
            long endBlocks,
            long endBytes) {
        assertEquals(frame, site.frame());
        assertEquals(totalBlocks, site.totalBlocks());
        assertEquals(totalBytes, site.totalBytes());
        assertEquals(endBlocks, site.endBlocks());
        assertEquals(endBytes, site.endBytes());
    }
}
