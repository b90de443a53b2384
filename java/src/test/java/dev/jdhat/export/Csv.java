// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import java.util.ArrayList;
import java.util.List;

/** Reads RFC 4180. */
final class Csv {
    private Csv() {
    }

    static List<List<String>> rows(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                // The second of two within quotes is one.
                if (!quoted && i > 0 && text.charAt(i - 1) == '"') {
                    field.append('"');
                }
                quoted = !quoted;
            } else if (quoted || c != ',' && c != '\r' && c != '\n') {
                field.append(c);
            } else if (c != '\r') {
                row.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            }
        }
        return rows;
    }
}
