// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.program;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.File;
import java.io.IOException;

/** Reads every value of a JSON file, and keeps none: what a reader must take at the least. */
public final class PlainParse {
    private PlainParse() {}

    public static void main(String[] args) throws IOException {
        long sum = 0;
        try (JsonParser json = new JsonFactory().createParser(new File(args[0]))) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.VALUE_NUMBER_INT) {
                    sum += json.getLongValue();
                } else if (token == JsonToken.VALUE_STRING) {
                    sum += json.getText().length();
                }
            }
        }
        Self.say("sum", sum);
    }
}
