// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Small JSON files of one object: texts, whole numbers, and one list of flat objects under each
 * other name, one line per object, so that a comparison of two files reads well.
 */
final class Json {
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private Json() {
    }

    /** Values are String, Long, or List of such maps. */
    static Map<String, Object> read(Path file) throws IOException {
        try (JsonParser json = JSON.createParser(file.toFile())) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException(file + " is no JSON object.");
            }
            return object(json);
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw new IOException(file + " is no JSON file: " + e.getOriginalMessage() + ".", e);
        }
    }

    private static Map<String, Object> object(JsonParser json) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            object.put(name, value(json, json.nextToken()));
        }
        return object;
    }

    private static Object value(JsonParser json, JsonToken token) throws IOException {
        switch (token) {
            case VALUE_NUMBER_INT:
                return json.getLongValue();
            case START_OBJECT:
                return object(json);
            case START_ARRAY:
                List<Object> list = new ArrayList<>();
                for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY;
                        next = json.nextToken()) {
                    list.add(value(json, next));
                }
                return list;
            default:
                return json.getText();
        }
    }

    /** Replaces the file at once, so that a reader sees the old or the new one. */
    static void write(Map<String, Object> object, Path file) throws IOException {
        List<String> members = new ArrayList<>();
        for (Map.Entry<String, Object> entry : object.entrySet()) {
            members.add("\n  " + compact(entry.getKey()) + ": " + text(entry.getValue()));
        }
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path whole = folder.resolve(file.getFileName() + "." + ProcessHandle.current().pid());
        Files.writeString(whole, "{" + String.join(",", members) + "\n}\n");
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String text(Object value) throws IOException {
        if (!(value instanceof List)) {
            return compact(value);
        }
        List<String> lines = new ArrayList<>();
        for (Object one : (List<?>) value) {
            lines.add("\n    " + compact(one));
        }
        return "[" + String.join(",", lines) + (lines.isEmpty() ? "]" : "\n  ]");
    }

    private static String compact(Object value) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            write(json, value);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Long) {
            json.writeNumber((Long) value);
        } else if (value instanceof Map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
                json.writeFieldName((String) entry.getKey());
                write(json, entry.getValue());
            }
            json.writeEndObject();
        } else {
            json.writeString((String) value);
        }
    }
}
