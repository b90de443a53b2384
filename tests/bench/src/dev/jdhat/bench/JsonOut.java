// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jdhat.bench.measure.Ratio;
import dev.jdhat.bench.measure.Spread;
import dev.jdhat.bench.part.Result;
import dev.jdhat.bench.part.Table;
import dev.jdhat.bench.part.Target;
import java.io.IOException;
import java.nio.file.Path;

/** Results for programs: the same tables, with the figure of every run; null is unknown. */
final class JsonOut {
    private final ObjectMapper mapper = new ObjectMapper();
    private final ObjectNode root = mapper.createObjectNode();

    /** A fact about the whole run. */
    void put(String key, String value) {
        root.put(key, value);
    }

    void add(String part, double seconds, Result result) {
        ObjectNode node = root.withObject("/parts").putObject(part);
        node.put("seconds", seconds);
        result.tables().forEach(table -> add(node.withArray("/tables").addObject(), table));
        for (Target target : result.targets()) {
            node.withArray("/targets").addObject().put("what", target.what())
                    .put("bound", target.bound()).put("met", target.met())
                    .set("figure", number(target.figure()));
        }
    }

    /** Writes the file, and reads it back: throws unless it says what was meant. */
    void write(Path file) throws IOException {
        mapper.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
        JsonNode back = mapper.readTree(file.toFile());
        if (!back.toString().equals(root.toString())) {
            throw new IOException(file + " is not what was written");
        }
    }

    private void add(ObjectNode node, Table table) {
        node.put("title", table.title());
        table.rows().forEach(row -> {
            ObjectNode cells = node.withArray("/rows").addObject();
            row.forEach((column, cell) -> cells.set(column, json(cell)));
        });
    }

    private JsonNode json(Object cell) {
        if (cell instanceof Spread spread) {
            return spread(spread);
        }
        if (cell instanceof Ratio ratio) {
            ObjectNode node = spread(ratio.each());
            node.set("mean", number(ratio.mean()));
            node.set("low", number(ratio.low()));
            node.set("high", number(ratio.high()));
            return node;
        }
        return cell instanceof Number value ? number(value.doubleValue())
                : mapper.getNodeFactory().textNode(cell.toString());
    }

    private ObjectNode spread(Spread spread) {
        ObjectNode node = mapper.createObjectNode();
        node.set("median", number(spread.median()));
        for (double value : spread.values()) {
            node.withArray("/each").add(number(value));
        }
        return node;
    }

    /** JSON has no NaN and no infinity. */
    private JsonNode number(double value) {
        return Double.isFinite(value) ? mapper.getNodeFactory().numberNode(value)
                : mapper.getNodeFactory().nullNode();
    }
}
