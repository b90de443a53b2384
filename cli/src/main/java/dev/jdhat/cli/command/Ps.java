// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;

import dev.jdhat.Agent;
import dev.jdhat.cli.ExitCode;
import dev.jdhat.cli.Shell;
import dev.jdhat.cli.jvm.Jvm;
import dev.jdhat.cli.jvm.JvmState;
import dev.jdhat.cli.jvm.Jvms;
import dev.jdhat.cli.text.Table;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code jdhat ps}. */
@Command(
        name = "ps",
        description =
                "List the JVMs of this machine that this user may see, and whether jdhat is in"
                        + " them.")
public final class Ps implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--json", description = "As JSON.")
    boolean json;

    public Ps(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        List<JvmState> states = JvmState.ofAll(Jvms.all(), Agent.path());
        if (json) {
            shell.out().println(json(states));
        } else if (states.isEmpty()) {
            shell.err().println("jdhat: no other JVM of this user runs here");
        } else {
            Table table = Table.of(">PID", ">JAVA", "JDHAT", "MAIN CLASS");
            for (JvmState state : states) {
                Jvm jvm = state.jvm();
                table.row(Long.toString(jvm.pid()), state.java(), state.agent(), jvm.shortName());
            }
            table.lines(shell.width()).forEach(shell.out()::println);
        }
        return ExitCode.OK.code();
    }

    private static String json(List<JvmState> states) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ArrayNode array = mapper.createArrayNode();
        for (JvmState state : states) {
            array.addObject()
                    .put("pid", state.jvm().pid())
                    .put("java", state.java())
                    .put("jdhat", state.agent())
                    .put("main", state.jvm().shortName())
                    .put("command", state.jvm().name());
        }
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(array);
    }
}
