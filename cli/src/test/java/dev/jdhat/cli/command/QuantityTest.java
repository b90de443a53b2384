// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource({
        "0,0",
        "512k,524288",
        "1M,1048576",
        "2g,2147483648",
        "7,7",
        "k,-1",
        "1.5m,-1",
        "1t,1099511627776",
        "64MiB,67108864",
        "5kb,5120",
        "9b,9",
        "9bb,-1",
        "'',-1"
    })
    void sizes(String text, long bytes) {
        assertEquals(bytes, Quantity.bytes(text));
    }

    @ParameterizedTest
    @CsvSource({
        "30s,30000000",
        "500ms,500000",
        "5us,5",
        "2m,120000000",
        "1h,3600000000",
        "30,30000000",
        "3MIN,180000000",
        "s,-1",
        "-1s,-1"
    })
    void times(String text, long micros) {
        assertEquals(micros, Quantity.micros(text));
    }

    @ParameterizedTest
    @CsvSource({"2,200", "2%,200", "0.5,50", "0.05%,5", "1.234,-1", ".5,-1", "2k,-1", "%,-1"})
    void percents(String text, long hundredths) {
        assertEquals(hundredths, Quantity.percent(text));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "128,128", "-3,-1", "1k,-1"})
    void counts(String text, long count) {
        assertEquals(count, Quantity.count(text));
    }
}
