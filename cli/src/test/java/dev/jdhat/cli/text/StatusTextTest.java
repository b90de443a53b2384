// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.cli.jvm.Reply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class StatusTextTest {
    @Test
    void recording() {
        Reply reply =
                Reply.of(
                        List.of(
                                "ok",
                                "state=recording",
                                "version=0.1.0",
                                "file=/tmp/a.jdhat",
                                "interval=0",
                                "gc=on",
                                "liveness=on",
                                "collector=G1",
                                "older_threads=2",
                                "elapsed_us=1500000",
                                "events=1200",
                                "sites=3",
                                "tracked=1100",
                                "length=5000",
                                "lost_blocks=7",
                                "memory=600000",
                                "capability=held"));
        assertEquals(
                List.of(
                        "jdhat 0.1.0 records in process 42 for 1.5 s",
                        "Recording:  /tmp/a.jdhat, 5,000 bytes",
                        "Interval:   every block",
                        "Seen:       1,200 blocks, 3 sites, 1,100 blocks watched, 7 blocks lost",
                        "Memory:     600,000 bytes of the agent's own",
                        "Collector:  G1, liveness on, final collection on",
                        "Threads:    2 older than the agent",
                        "It holds the JVM's allocation sampling: other profilers cannot sample"
                                + " allocations meanwhile."),
                StatusText.lines(42, reply));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "interval=0       | interval_now=0       | every block",
                "interval=auto    | interval_now=0       | auto, every block now",
                "interval=auto    | interval_now=4096    | auto, 4,096 bytes now",
                "interval=524288  | interval_now=524288  | 524,288 bytes",
                "interval=524288  | interval_now=1048576 | 524,288 bytes, 1,048,576 bytes now"
            })
    void intervals(String asked, String now, String expected) {
        Reply reply = Reply.of(List.of("ok", "state=recording", asked, now));
        assertTrue(
                StatusText.lines(42, reply).contains("Interval:   " + expected),
                StatusText.lines(42, reply).toString());
    }

    @Test
    void recordingOfEvents() {
        List<String> reply =
                List.of(
                        "ok",
                        "state=recording",
                        "version=0.1.0",
                        "record=ad-hoc",
                        "file=/tmp/a.jdhat",
                        "interval=524288",
                        "liveness=off",
                        "collector=G1",
                        "older_threads=2",
                        "elapsed_us=1500000",
                        "events=1200",
                        "sites=3",
                        "tracked=0",
                        "length=5000",
                        "lost_blocks=7",
                        "memory=600000",
                        "capability=free");
        assertEquals(
                List.of(
                        "jdhat 0.1.0 records in process 42 for 1.5 s",
                        "Records:    ad hoc events",
                        "Recording:  /tmp/a.jdhat, 5,000 bytes",
                        "Seen:       1,200 events, 3 sites, 7 events lost",
                        "Memory:     600,000 bytes of the agent's own"),
                StatusText.lines(42, Reply.of(reply)));
        List<String> both =
                reply.stream().map(line -> line.replace("=ad-hoc", "=both")).toList();
        List<String> lines = StatusText.lines(42, Reply.of(both));
        assertEquals("Records:    allocations and ad hoc events", lines.get(1));
        assertEquals(
                "Seen:       1,200 blocks and events, 3 sites, 0 blocks watched, 7 blocks and"
                        + " events lost",
                lines.get(4));
    }

    @Test
    void idleAndAbsent() {
        assertEquals(
                List.of("jdhat 0.1.0 is in process 42 and does not record"),
                StatusText.lines(
                        42,
                        Reply.of(List.of("ok", "state=idle", "version=0.1.0", "capability=free"))));
        assertEquals(
                List.of("jdhat is not in process 42"),
                StatusText.lines(42, Reply.of(List.of("ok", "state=absent"))));
    }
}
