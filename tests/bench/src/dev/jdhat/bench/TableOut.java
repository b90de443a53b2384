// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench;

import dev.jdhat.bench.measure.Ratio;
import dev.jdhat.bench.measure.Spread;
import dev.jdhat.bench.part.Result;
import dev.jdhat.bench.part.Table;
import dev.jdhat.bench.part.Target;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Results for people. */
final class TableOut {
    private final PrintStream out;
    private final boolean isShort;

    TableOut(PrintStream out, boolean isShort) {
        this.out = out;
        this.isShort = isShort;
    }

    void print(Result result) {
        result.tables().forEach(this::print);
        result.targets().forEach(this::print);
    }

    private void print(Table table) {
        Set<String> columns = new LinkedHashSet<>();
        table.rows().forEach(row -> columns.addAll(row.keySet()));
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.copyOf(columns));
        for (Map<String, Object> row : table.rows()) {
            lines.add(columns.stream().map(column -> text(row.get(column))).toList());
        }
        out.println();
        out.println("  " + table.title());
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder("    ");
            for (int column = 0; column < line.size(); column++) {
                int at = column;
                int width = lines.stream().mapToInt(each -> each.get(at).length()).max().orElse(0);
                text.append(String.format("%-" + (width + 2) + "s", line.get(column)));
            }
            out.println(text.toString().stripTrailing());
        }
    }

    private void print(Target target) {
        String verdict = target.met() ? "met" : "NOT MET";
        if (isShort && !target.isTruth()) {
            verdict = "not judged in the short form";
        }
        out.printf("  %-76s %9s  %-22s %s%n", target.what(), number(target.figure()),
                target.bound(), verdict);
    }

    private static String text(Object cell) {
        if (cell instanceof Spread spread) {
            double[] values = spread.values();
            return values.length > 1 && !Double.isNaN(spread.median())
                    ? number(spread.median()) + " (" + number(spread.least()) + " to "
                            + number(spread.most()) + ")"
                    : number(spread.median());
        }
        if (cell instanceof Ratio ratio) {
            return Double.isNaN(ratio.low()) ? precise(ratio.mean())
                    : precise(ratio.mean()) + " (" + precise(ratio.low()) + " to "
                            + precise(ratio.high()) + ")";
        }
        if (cell instanceof Number value) {
            return number(value.doubleValue());
        }
        return cell == null ? "–" : cell.toString();
    }

    private static String precise(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /** Three or four digits that count. */
    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        double size = Math.abs(value);
        int digits = value == Math.rint(value) || size >= 1000 ? 0 : size >= 100 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
