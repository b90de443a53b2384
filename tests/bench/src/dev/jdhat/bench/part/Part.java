// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.part;

import dev.jdhat.bench.measure.Setting;
import java.io.IOException;
import java.util.List;

/** A part of the benchmark that can be run alone. */
public interface Part {
    String name();

    /** What tests/workloads/fetch must have fetched, by its names. */
    List<String> needs(Setting setting);

    Result run(Setting setting) throws IOException, InterruptedException;
}
