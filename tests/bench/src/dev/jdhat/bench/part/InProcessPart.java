// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.part;

import dev.jdhat.bench.measure.Contestant;
import dev.jdhat.bench.measure.Run;
import dev.jdhat.bench.measure.Runner;
import dev.jdhat.bench.measure.Setting;
import dev.jdhat.bench.measure.Spread;
import dev.jdhat.bench.measure.Workload;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** What the API costs that a program uses to profile itself. */
public final class InProcessPart implements Part {
    @Override
    public String name() {
        return "in-process";
    }

    @Override
    public List<String> needs(Setting setting) {
        return List.of();
    }

    @Override
    public Result run(Setting setting) throws IOException, InterruptedException {
        Workload workload = Workload.own(setting, 512, 256, "InProcess",
                setting.size(100_000_000, 200_000), setting.size(10_000, 100));
        Run run = new Runner(setting).run(Contestant.NONE, workload);
        Result result = new Result();
        Table table = result.table("the API inside a program");
        run.output().lines().map(line -> line.split("\t")).filter(parts -> parts.length == 3)
                .forEach(parts -> table.row().put("what", parts[0]).put("unit", parts[2])
                        .put("each", new Spread(Stream.of(parts[1].split(" "))
                                .mapToDouble(Double::parseDouble).toArray())));
        return result;
    }
}
