// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.text;

import java.util.ArrayList;
import java.util.List;

/** Columns of text under headings; numbers to the right, the rest to the left. */
public final class Table {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final boolean[] right;

    private Table(int columns) {
        right = new boolean[columns];
    }

    /** A heading that begins with {@code >} is that of a column of numbers. */
    public static Table of(String... headings) {
        Table table = new Table(headings.length);
        List<String> row = new ArrayList<>();
        for (int i = 0; i < headings.length; i++) {
            table.right[i] = headings[i].startsWith(">");
            row.add(table.right[i] ? headings[i].substring(1) : headings[i]);
        }
        table.rows.add(row);
        return table;
    }

    public Table row(String... cells) {
        if (cells.length != right.length) {
            throw new IllegalArgumentException(
                    cells.length + " cells for " + right.length + " columns");
        }
        rows.add(List.of(cells));
        return this;
    }

    /** The lines, none longer than {@code width} where the last column can be cut to that. */
    public List<String> lines(int width) {
        int[] widths = new int[right.length];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(i == 0 ? "" : GAP).append(pad(row.get(i), widths[i], right[i]));
            }
            lines.add(Frames.cut(line.toString().stripTrailing(), width));
        }
        return lines;
    }

    private static String pad(String cell, int width, boolean right) {
        String blanks = " ".repeat(width - cell.length());
        return right ? blanks + cell : cell + blanks;
    }
}
