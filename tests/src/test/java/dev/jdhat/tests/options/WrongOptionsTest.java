// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.jdhat.tests.harness.Folder;
import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.Reply;
import dev.jdhat.tests.harness.Target;
import dev.jdhat.tests.harness.TestJvm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every option with a wrong value: one sentence, and the program runs as if nothing had been. */
class WrongOptionsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = " -> ", textBlock = """
            intervall=1 -> unknown option "intervall": \
            did you mean "interval"? (jdhat run --help lists them)
            bogus -> unknown option "bogus" (jdhat run --help lists them)
            interval=abc -> interval=abc: not a size; write for example 512k, 1m, exact or auto
            interval=-1 -> interval=-1: not a size; write for example 512k, 1m, exact or auto
            interval=2g -> interval=2g: out of range; write a size from 0 to 1g
            interval -> interval needs a value; write interval=SIZE|exact|auto
            file= -> file=: the path is missing; write file=PATH
            file -> file needs a value; write file=PATH
            file=x-%q -> unknown pattern "%q" in "x-%q"; \
            write %p (process id), %t (time), %h (host), %n (number) or %%
            report= -> report=: the path is missing; write report=PATH
            report=%z -> unknown pattern "%z" in "%z"; \
            write %p (process id), %t (time), %h (host), %n (number) or %%
            depth=0 -> depth=0: out of range; write a number from 1 to 2048
            depth=many -> depth=many: not a number; write for example 128
            gc=maybe -> gc=maybe: unknown value; write on or off
            gc-timeout=5x -> gc-timeout=5x: not a time; write for example 500ms, 5s or 2m
            gc-timeout=2h -> gc-timeout=2h: out of range; write a time from 0 to 1h
            gc-at=-5 -> gc-at=-5: not a number; write for example 1000000
            gc-at=2000000000 -> gc-at=2000000000: out of range; write a number from 0 to 1000000000
            report-timeout=soon -> report-timeout=soon: not a time; \
            write for example 500ms, 5s or 2m
            tick=1ms -> tick=1ms: out of range; write a time from 100ms to 1h
            tick=fast -> tick=fast: not a time; write for example 500ms, 5s or 2m
            flush=0 -> flush=0: out of range; write a time from 10ms to 1m
            flush=x -> flush=x: not a time; write for example 100ms or 1s
            threads=all -> threads=all: unknown value; write none, name or pool
            max-size=1k -> max-size=1k: out of range; write a size from 1m to 1t
            max-size=huge -> max-size=huge: not a size; write for example 64m or 1g
            max-memory=1m -> max-memory=1m: out of range; write a size from 4m to 1t
            max-memory=all -> max-memory=all: not a size; write for example 64m, 1g or auto
            liveness=yes -> liveness=yes: unknown value; write on, off or force
            start=tomorrow -> start=tomorrow: unknown value; write now, idle or a delay such as 30s
            start=2000h -> start=2000h: out of range; write a time from 0 to 24h
            quiet=loud -> quiet=loud: unknown value; write on or off
            reply= -> reply=: the path is missing; write reply=PATH
            depth=8,stop -> stop: a command must be the first word
            @/nowhere/options -> cannot read the options from /nowhere/options: \
            No such file or directory (2)
            """)
    void atTheStart(String options, String message) {
        Target target = TestJvm.on(Jvm.JDK_17, "Small").agentPath(options).run();
        assertEquals("over\n", target.out());
        assertEquals("jdhat: error: " + message + "; the program runs on without jdhat\n",
                target.err());
        assertEquals(List.of(), Folder.files(target.folder()));
    }

    /** Where the words cannot be understood there is no reply: stderr has the sentence. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = " -> ", textBlock = """
            bogus -> unknown option "bogus" (jdhat run --help lists them)
            start,interval=2g -> interval=2g: out of range; write a size from 0 to 1g
            stop=now -> stop=now: stop takes no value
            mark -> mark needs a name; write mark=NAME
            """)
    void inACommand(String command, String message) {
        try (Target target = TestJvm.on(Jvm.JDK_17, "Small", "wait").start()) {
            target.awaitLine("ready");
            target.tell(command);
            end(target, "jdhat: error: " + message + "\n");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = " -> ", textBlock = """
            start,file=%q -> unknown pattern "%q" in "%q"; \
            write %p (process id), %t (time), %h (host), %n (number) or %%
            stop -> nothing is being recorded; start it first
            dump -> nothing is being recorded; start it first
            mark=here -> nothing is being recorded; start it first
            """)
    void inAReply(String command, String message) {
        try (Target target = TestJvm.on(Jvm.JDK_17, "Small", "wait").start()) {
            target.awaitLine("ready");
            Reply reply = target.attach(command);
            assertFalse(reply.isOk());
            assertEquals(message, reply.message());
            end(target, "");
        }
    }

    @Test
    void aSecondStart() {
        try (Target target = TestJvm.on(Jvm.JDK_17, "Small", "wait").recording("interval=0")
                .start()) {
            target.awaitLine("ready");
            Reply reply = target.attach("start,interval=1m,file=other.jdhat");
            assertFalse(reply.isOk());
            assertEquals("already recording to recording.jdhat; stop that first", reply.message());
            end(target, "");
            assertEquals(List.of("recording.jdhat", "reply-1"), Folder.files(target.folder()));
            target.profile().through("Small.work").of("Thing").total().is(1000, 24_000);
        }
    }

    private static void end(Target target, String err) {
        target.send("go on");
        target.send("go on");
        assertEquals(0, target.await(), target.toString());
        assertEquals("ready\nworked\nover\n", target.out());
        assertEquals(err, target.err());
    }
}
