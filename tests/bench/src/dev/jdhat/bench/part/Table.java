// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.part;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of figures by column. A cell is a text, a number, a Spread or a Ratio. */
public final class Table {
    private final String title;
    private final List<Map<String, Object>> rows = new ArrayList<>();

    Table(String title) {
        this.title = title;
    }

    Row row() {
        Map<String, Object> cells = new LinkedHashMap<>();
        rows.add(cells);
        return new Row(cells);
    }

    public String title() {
        return title;
    }

    public List<Map<String, Object>> rows() {
        return rows;
    }

    /** A row that is being filled. */
    static final class Row {
        private final Map<String, Object> cells;

        private Row(Map<String, Object> cells) {
            this.cells = cells;
        }

        Row put(String column, Object cell) {
            cells.put(column, cell);
            return this;
        }
    }
}
