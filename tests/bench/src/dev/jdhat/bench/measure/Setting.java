// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.measure;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What the parts of one benchmark share.
 *
 * @param isShort whether to run everything once and tiny, which checks the benchmark and not speed
 * @param rounds how often each contestant runs, 0 for what each part thinks right
 * @param without contestants to leave out, by name
 * @param java the JVM in which everything runs
 * @param root of the repository, which is built
 * @param folder for all files
 * @param workloads what tests/workloads/fetch fetches
 */
public record Setting(boolean isShort, int rounds, Set<String> without, Path java, Path root,
        Path folder, Path workloads) {
    /** A size in the full form and in the short one. */
    public int size(int full, int small) {
        return isShort ? small : full;
    }

    /** How often each contestant runs, when the part wants so many rounds. */
    public int rounds(int wanted) {
        if (isShort) {
            return 1;
        }
        return rounds == 0 ? wanted : rounds;
    }

    /** The contestants of these names that are not left out, in that order. */
    public List<Contestant> contestants(String... names) {
        return List.of(names).stream().filter(name -> !without.contains(name))
                .map(Contestant::named).toList();
    }

    public Path jar() {
        return root.resolve("cli/target/jdhat.jar");
    }

    /** The library of a C agent of tests/agents, which the script compiles. */
    public Path agent(String name) {
        return folder.resolve("lib" + name + ".so");
    }

    /** Where a run has its files; empty when it begins. */
    public Path runFolder() {
        return folder.resolve("run");
    }
}
