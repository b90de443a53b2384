// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.cli.jvm.AgentString;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class AgentOptionsTest {
    @Command(name = "test")
    private static final class Holder {
        @Mixin AgentOptions options;
    }

    private static AgentOptions parse(String... arguments) {
        Holder holder = new Holder();
        new CommandLine(holder).parseArgs(arguments);
        return holder.options;
    }

    private static String text(String... arguments) {
        return parse(arguments).addTo(AgentString.atLoad()).toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--interval=exact          | interval=exact",
                "--interval=0              | interval=0",
                "--interval 64k            | interval=64k",
                "--interval=auto           | interval=auto",
                "--budget=0.5              | budget=0.5",
                "--budget=2%               | budget=2%",
                "--budget=off              | budget=off",
                "--interval=1g             | interval=1g",
                "--depth=2048              | depth=2048",
                "--gc=on                   | gc=on",
                "--gc off                  | gc=off",
                "--gc-timeout=500ms        | gc-timeout=500ms",
                "--gc-at=1000000           | gc-at=1000000",
                "--report-timeout=2m       | report-timeout=2m",
                "--tick=100ms              | tick=100ms",
                "--flush=1s                | flush=1s",
                "--threads=pool            | threads=pool",
                "--stack-walk=portable     | stack-walk=portable",
                "--max-size=1m             | max-size=1m",
                "--max-memory=auto         | max-memory=auto",
                "--max-memory=64m          | max-memory=64m",
                "--liveness=force          | liveness=force",
                "--record=ad-hoc           | record=ad-hoc",
                "--record both             | record=both",
                "--start=idle              | start=idle",
                "--start=now               | start=now",
                "--start=30s               | start=30s",
                "--quiet                   | quiet=on",
                "--file=x,y --report=none  | ''",
                "--gc=on --interval=1m     | 'interval=1m,gc=on'"
            })
    void sameWordsAsTheAgent(String arguments, String expected) {
        assertEquals(expected, text(arguments.strip().split(" ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--interval=2g       | '2g' is too large, see --help for the range",
                "--interval=-1       | '-1' is not a size as 512k or 1g, or exact or auto",
                "--budget=some       | 'some' is not a share as 2 or 0.5, or off",
                "--budget=101        | '101' is too large, see --help for the range",
                "--budget=0          | '0' is too small, see --help for the range",
                "--depth=0           | '0' is too small, see --help for the range",
                "--depth=deep        | 'deep' is not a number",
                "--tick=99ms         | '99ms' is too small, see --help for the range",
                "--flush=5x          | '5x' is not a time as 500ms, 5s or 2m",
                "--max-size=1k       | '1k' is too small, see --help for the range",
                "--max-size=auto     | 'auto' is not a size as 64m or 1g",
                "--record=all        | 'all' is not heap, ad-hoc or both",
                "--start=later       | 'later' is not a time as 500ms, 5s or 2m"
            })
    void aWrongValueIsNamed(String argument, String message) {
        ParameterException e = assertThrows(ParameterException.class, () -> text(argument.strip()));
        String option = argument.substring(0, argument.indexOf('='));
        assertEquals("Invalid value for option '" + option + "': " + message, e.getMessage());
    }

    @Test
    void eventsAreRecordedWhenAskedFor() {
        assertFalse(parse().recordsAdHoc());
        assertFalse(parse("--record=heap").recordsAdHoc());
        assertTrue(parse("--record=ad-hoc").recordsAdHoc());
        assertTrue(parse("--record=both").recordsAdHoc());
    }

    @Test
    void theReportIsCalledByWhatIsRecorded() {
        assertEquals("dhat-heap.json", parse().reportOrDefault());
        assertEquals("dhat-heap.json", parse("--record=both").reportOrDefault());
        assertEquals("dhat-ad-hoc.json", parse("--record=ad-hoc").reportOrDefault());
        assertEquals("b.json", parse("--report=b.json", "--record=ad-hoc").reportOrDefault());
        assertEquals("none", parse("--report=none").reportOrDefault());
    }
}
