// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FewDigitsTest {
    @Test
    void fourDigitsStay() {
        assertEquals("123500.0", "" + FewDigits.rounded(123_456.789));
        assertEquals("0.001235", "" + FewDigits.rounded(0.00123456));
        assertEquals("1000.0", "" + FewDigits.rounded(999.96));
        assertEquals("-1.5", "" + FewDigits.rounded(-1.5));
        assertEquals("0.0", "" + FewDigits.rounded(0));
        assertEquals("NaN", "" + FewDigits.rounded(Double.NaN));
        assertEquals("Infinity", "" + FewDigits.rounded(Double.POSITIVE_INFINITY));
    }

    @Test
    void nothingIsLongOrFarOff() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            double value = Math.exp(60 * random.nextDouble() - 20);
            double rounded = FewDigits.rounded(value);
            assertEquals(1, rounded / value, 5.1e-4, "" + value);
            String digits = ("" + rounded).replaceFirst("E.*", "").replaceAll("[.]0$|[.]", "")
                    .replaceFirst("^0+", "").replaceFirst("0+$", "");
            assertTrue(digits.length() <= 4, value + " → " + rounded);
        }
    }
}
