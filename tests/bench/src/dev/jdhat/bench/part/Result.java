// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.part;

import java.util.ArrayList;
import java.util.List;

/** What a part found out. */
public final class Result {
    private final List<Table> tables = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();

    Table table(String title) {
        Table table = new Table(title);
        tables.add(table);
        return table;
    }

    void add(Target target) {
        targets.add(target);
    }

    public List<Table> tables() {
        return tables;
    }

    public List<Target> targets() {
        return targets;
    }
}
