// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import java.io.IOException;

/**
 * Writes numbers that are not whole with four significant digits. They are standard errors and mean
 * ages, of which nobody reads more; all seventeen are what packs worst in a file.
 */
final class FewDigits extends JsonGeneratorDelegate {
    private static final int DIGITS = 4;

    FewDigits(JsonGenerator json) {
        super(json, false);
    }

    @Override
    public void writeNumber(double value) throws IOException {
        super.writeNumber(rounded(value));
    }

    static double rounded(double value) {
        if (value == 0 || Double.isNaN(value) || Double.isInfinite(value)) {
            return value;
        }
        int places = DIGITS - 1 - (int) Math.floor(Math.log10(Math.abs(value)));
        // A power of ten is exact, its reciprocal is not.
        double power = Math.pow(10, Math.abs(places));
        return places < 0 ? Math.rint(value / power) * power : Math.rint(value * power) / power;
    }
}
