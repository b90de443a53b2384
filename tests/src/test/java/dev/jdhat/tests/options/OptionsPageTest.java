// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.options;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jdhat.tests.harness.Built;
import dev.jdhat.tests.harness.Jdhat;
import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.TestJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/options.md, the agent's help and the flags of the command line name the same options. */
class OptionsPageTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (?:`--|–)");
    private static final Pattern AGENT = Pattern.compile("(?m)^jdhat:   ([a-z-]+)=");
    private static final Pattern FLAG = Pattern.compile("(?m)^ +(?:-\\w, )?--([a-z-]+)");
    /** What shapes a report or a run is no option of the agent. */
    private static final Set<String> OF_RUN = Set.of("each", "only", "peak", "type-frames",
            "raw-frames", "help", "version");

    @Test
    void pageAndAgent() throws IOException {
        String help = TestJvm.on(Jvm.JDK_17, "Small").agentPath("help").run().err();
        assertEquals(rows(), names(AGENT, help));
    }

    @Test
    void pageAndCommandLine() throws IOException {
        Set<String> flags = names(FLAG, Jdhat.end(0, Built.folder("options-page"), "run",
                "--help").out());
        flags.removeAll(OF_RUN);
        Set<String> page = rows();
        page.remove("reply");
        assertEquals(page, flags);
    }

    private static Set<String> rows() throws IOException {
        Set<String> rows = names(ROW, Files.readString(Built.root().resolve("docs/options.md")));
        rows.removeAll(Set.of("settle", "help")); // In the table of commands.
        return rows;
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
