// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.jdhat.profile.FrameAddress;
import dev.jdhat.profile.TextNumbers;
import java.io.IOException;
import java.util.Arrays;

/** Reads JSON values of an expected type; a value of another type is a clear error. */
final class Fields {
    private final JsonParser json;
    private final String input;
    private final TextNumbers repeated = new TextNumbers();
    private String name = "";
    private int[] buffer = new int[64];

    Fields(JsonParser json, String input) {
        this.json = json;
        this.input = input;
    }

    JsonParser json() {
        return json;
    }

    /** Goes to the next field of the current object and to its value. */
    boolean next() throws IOException {
        String next = json.nextFieldName();
        if (next == null) {
            return false;
        }
        name = next;
        json.nextToken();
        return true;
    }

    /** Goes to the next element of the current array. */
    boolean nextElement() throws IOException {
        return json.nextToken() != JsonToken.END_ARRAY;
    }

    /** Name of the current field. */
    String name() {
        return name;
    }

    void startObject() throws IOException {
        expect(json.currentToken() == JsonToken.START_OBJECT, "an object");
    }

    void startArray() throws IOException {
        expect(json.currentToken() == JsonToken.START_ARRAY, "a list");
    }

    String text() throws IOException {
        expect(json.currentToken() == JsonToken.VALUE_STRING, "a text");
        return json.getText();
    }

    /** A text that comes again and again: each is kept once. */
    String repeatedText() throws IOException {
        return repeated.get(repeated.of(text()));
    }

    /** A text without the address that is before it; there are very many, so it is copied once. */
    String frame() throws IOException {
        expect(json.currentToken() == JsonToken.VALUE_STRING, "a text");
        char[] text = json.getTextCharacters();
        int begin = json.getTextOffset();
        int length = json.getTextLength();
        int address = FrameAddress.length(text, begin, begin + length);
        return new String(text, begin + address, length - address);
    }

    boolean bool() throws IOException {
        expect(json.currentToken().isBoolean(), "true or false");
        return json.getBooleanValue();
    }

    /** A whole number that is not negative. */
    long number() throws IOException {
        long value = signed();
        expect(value >= 0, "a number that is not negative");
        return value;
    }

    long signed() throws IOException {
        expect(json.currentToken() == JsonToken.VALUE_NUMBER_INT
                && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER, "a whole number");
        return json.getLongValue();
    }

    int index() throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT
                && json.getNumberType() == JsonParser.NumberType.INT && json.getIntValue() >= 0) {
            return json.getIntValue();
        }
        expect(number() <= Integer.MAX_VALUE, "an index");
        return (int) number();
    }

    /** A list of indices. */
    int[] indices() throws IOException {
        int n = 0;
        startArray();
        while (nextElement()) {
            if (n == buffer.length) {
                buffer = Arrays.copyOf(buffer, 2 * n);
            }
            buffer[n++] = index();
        }
        return Arrays.copyOf(buffer, n);
    }

    /** A finite number that is not negative. */
    double real() throws IOException {
        expect(json.currentToken().isNumeric(), "a number");
        double value = json.getDoubleValue();
        expect(value >= 0, "a number that is not negative");
        expect(value <= Double.MAX_VALUE, "a number of a size that can be");
        return value;
    }

    void skip() throws IOException {
        json.skipChildren();
    }

    DhatException error(String what) {
        return new DhatException(input + " " + what + ".");
    }

    /** A file that is JSON of the right form, and says what cannot be. */
    DhatException lie(String what) {
        return error("is a DHAT file in which " + what + "; take another copy of it or make it"
                + " anew");
    }

    /** The same of what stands here. */
    DhatException lieHere(String what) {
        return lie(what + " (" + place(json.currentTokenLocation()) + ")");
    }

    /** In words; files in one line of more than 2 GB have no columns that fit. */
    static String place(JsonLocation location) {
        return location.getColumnNr() > 0
                ? "line " + location.getLineNr() + ", column " + location.getColumnNr()
                : "byte " + location.getByteOffset();
    }

    private void expect(boolean fits, String type) throws IOException {
        if (!fits) {
            throw lieHere("\"" + name + "\" is not " + type);
        }
    }
}
