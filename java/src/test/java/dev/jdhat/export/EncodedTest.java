// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jdhat.export.pprof.Pprof;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class EncodedTest {
    private static final Pprof.Sample SAMPLE =
            Pprof.Sample.newBuilder().addLocationId(1).addLocationId(300).addValue(-1).build();
    private static final int SAMPLES = 10_000;

    private static Pprof.Profile whole() {
        Pprof.Profile.Builder profile = Pprof.Profile.newBuilder();
        for (int i = 0; i < SAMPLES; i++) {
            profile.addSample(SAMPLE);
        }
        return profile.addStringTable("").addStringTable("grün").setPeriod(7).build();
    }

    private static Encoded samples() {
        Encoded samples = new Encoded();
        for (int i = 0; i < SAMPLES; i++) {
            samples.add(Pprof.Profile.SAMPLE_FIELD_NUMBER, SAMPLE);
        }
        return samples;
    }

    private static Encoded texts() {
        Encoded texts = new Encoded();
        texts.add(Pprof.Profile.STRING_TABLE_FIELD_NUMBER, "");
        texts.add(Pprof.Profile.STRING_TABLE_FIELD_NUMBER, "grün");
        return texts;
    }

    private static Encoded rest() {
        return Encoded.of(Pprof.Profile.newBuilder().setPeriod(7).build());
    }

    @Test
    void fieldsOneByOneAreTheMessage() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Encoded samples = samples();
        samples.writeTo(out);
        texts().writeTo(out);
        rest().writeTo(out);
        assertArrayEquals(whole().toByteArray(), out.toByteArray());
        assertEquals(SAMPLES, samples.count());
    }

    @Test
    void partsTogetherAreAFieldOfAnotherMessage() throws IOException {
        ByteArrayOutputStream direct = new ByteArrayOutputStream();
        Encoded.write(3, new Encoded[] {samples(), texts(), rest()}, direct);
        Encoded expected = new Encoded();
        expected.add(3, whole());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        expected.writeTo(out);
        assertArrayEquals(out.toByteArray(), direct.toByteArray());
        Encoded nested = new Encoded();
        nested.add(3, samples(), texts(), rest());
        out.reset();
        nested.writeTo(out);
        assertArrayEquals(direct.toByteArray(), out.toByteArray());
    }
}
