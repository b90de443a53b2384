// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.part;

import dev.jdhat.bench.measure.Setting;
import java.io.IOException;
import java.util.List;

/** How much memory the agent needs: idle, for what it remembers, and at most. */
public final class MemoryPart implements Part {
    @Override
    public String name() {
        return "memory";
    }

    @Override
    public List<String> needs(Setting setting) {
        return List.of("async-profiler");
    }

    @Override
    public Result run(Setting setting) throws IOException, InterruptedException {
        return new MemoryTrial(setting).run();
    }
}
