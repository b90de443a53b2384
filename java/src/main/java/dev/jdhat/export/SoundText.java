// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import java.io.IOException;

/**
 * Replaces half surrogate pairs by U+FFFD. Class files may have them in names; UTF-8 has no bytes
 * for them, and the generator would end the report with an exception.
 */
final class SoundText extends JsonGeneratorDelegate {
    SoundText(JsonGenerator json) {
        super(json, false);
    }

    @Override
    public void writeString(String text) throws IOException {
        super.writeString(sound(text));
    }

    @Override
    public void writeFieldName(String name) throws IOException {
        super.writeFieldName(sound(name));
    }

    static String sound(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return text.codePoints()
                        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
                                ? 0xfffd : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint,
                                StringBuilder::append).toString();
            }
        }
        return text;
    }
}
