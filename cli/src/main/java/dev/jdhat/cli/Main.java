// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli;

import dev.jdhat.Agent;
import dev.jdhat.cli.command.AgentPath;
import dev.jdhat.cli.command.Attach;
import dev.jdhat.cli.command.Check;
import dev.jdhat.cli.command.Completion;
import dev.jdhat.cli.command.Demo;
import dev.jdhat.cli.command.Diff;
import dev.jdhat.cli.command.Dump;
import dev.jdhat.cli.command.Export;
import dev.jdhat.cli.command.Html;
import dev.jdhat.cli.command.Leaks;
import dev.jdhat.cli.command.Mark;
import dev.jdhat.cli.command.Merge;
import dev.jdhat.cli.command.Ps;
import dev.jdhat.cli.command.Report;
import dev.jdhat.cli.command.Run;
import dev.jdhat.cli.command.Show;
import dev.jdhat.cli.command.Start;
import dev.jdhat.cli.command.Status;
import dev.jdhat.cli.command.Stop;
import dev.jdhat.cli.command.View;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;

/** The command line of jdhat. */
@Command(
        name = "jdhat",
        versionProvider = Main.Versions.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "A heap profiler for the JVM: who allocated, how much at the"
                        + " peak, what is left at the end.")
public final class Main implements Runnable {
    private final Shell shell;

    @Spec CommandSpec spec;

    private Main(Shell shell) {
        this.shell = shell;
    }

    /** The only place that ends the JVM. */
    public static void main(String[] arguments) {
        System.exit(run(Shell.system(), arguments));
    }

    /** Runs one command and returns its exit code. */
    public static int run(Shell shell, String... arguments) {
        try {
            // `run java @arguments` means the file that this JVM reads, and reads in its own way.
            int code =
                    commandLine(shell, named(commands(shell), arguments))
                            .setExpandAtFiles(List.of(arguments).indexOf("merge") == 0)
                            .execute(arguments);
            return Failures.printed(shell, code);
        } catch (OutOfMemoryError e) {
            long most = Runtime.getRuntime().maxMemory() >> 20;
            shell.err()
                    .println(
                            "jdhat: this needs more memory than the "
                                    + most
                                    + " MB that its JVM may have; give it more, as in:"
                                    + " JDK_JAVA_OPTIONS=-Xmx"
                                    + 4 * most
                                    + "m jdhat …");
            return ExitCode.FAILED.code();
        }
    }

    /** All commands, in the order of the help text. */
    private static List<Object> commands(Shell shell) {
        return List.of(
                new Demo(shell),
                new Run(shell),
                new Attach(shell),
                new Start(shell),
                new Stop(shell),
                new Dump(shell),
                new Mark(shell),
                new Status(shell),
                new Ps(shell),
                new Report(shell),
                new Show(shell),
                new Html(shell),
                new View(shell),
                new Diff(shell),
                new Check(shell),
                new Merge(shell),
                new Leaks(shell),
                new Export(shell),
                new AgentPath(shell),
                new Completion(shell));
    }

    /**
     * The command that the first argument names, for setting one up takes long enough to be felt;
     * all where it names none, or one that tells of the others.
     */
    private static List<Object> named(List<Object> commands, String... arguments) {
        String first = arguments.length == 0 ? "" : arguments[0];
        for (Object command : commands) {
            String name = command.getClass().getAnnotation(Command.class).name();
            if (name.equals(first) && !(command instanceof Completion)) {
                return List.of(command);
            }
        }
        return commands;
    }

    private static CommandLine commandLine(Shell shell, List<Object> commands) {
        CommandLine main = new CommandLine(new Main(shell));
        for (Object command : commands) {
            CommandLine added = new CommandLine(command);
            // Options after the first word of the command that is run belong to it.
            added.setStopAtPositional(command instanceof Run);
            main.addSubcommand(added);
        }
        main.addSubcommand(new HelpCommand());
        settle(main.getCommandSpec());
        for (CommandLine command : main.getSubcommands().values()) {
            command.getCommandSpec().mixinStandardHelpOptions(true);
            settle(command.getCommandSpec());
        }
        return main.setOut(new PrintWriter(shell.out(), true))
                .setErr(new PrintWriter(shell.err(), true))
                .setColorScheme(
                        CommandLine.Help.defaultColorScheme(shell.colours() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(Math.max(shell.width(), 80))
                .setParameterExceptionHandler((e, arguments) -> Failures.misused(shell, e))
                .setExecutionExceptionHandler(
                        (e, command, result) -> Failures.failed(shell, command, e));
    }

    private static void settle(CommandSpec spec) {
        spec.exitCodeOnInvalidInput(ExitCode.USAGE.code())
                .exitCodeOnExecutionException(ExitCode.FAILED.code());
        spec.usageMessage().sortOptions(false).abbreviateSynopsis(true).footer(footer());
    }

    private static String[] footer() {
        Stream<String> codes =
                Stream.of(ExitCode.values())
                        .map(code -> "  " + code.code() + "  " + code.meaning());
        return Stream.concat(Stream.of("", "Exit codes:"), codes).toArray(String[]::new);
    }

    /** No command at all: usage. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }

    /** The text of {@code --version}. */
    static final class Versions implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "jdhat " + Agent.version(),
                "Java "
                        + System.getProperty("java.version")
                        + ", "
                        + System.getProperty("java.home")
            };
        }
    }
}
