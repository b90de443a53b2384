// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import dev.jdhat.Agent;
import dev.jdhat.cli.CommandFailed;
import dev.jdhat.cli.ExitCode;
import dev.jdhat.cli.Shell;
import dev.jdhat.cli.jvm.AgentString;
import dev.jdhat.cli.jvm.ChildProcess;
import dev.jdhat.cli.jvm.FilePattern;
import dev.jdhat.cli.jvm.JavaFinder;
import dev.jdhat.cli.jvm.JavaToolOptions;
import dev.jdhat.cli.jvm.LoadCheck;
import dev.jdhat.cli.jvm.PrivateFolder;
import dev.jdhat.cli.profiles.ReportFile;
import dev.jdhat.cli.profiles.RunReport;

import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** {@code jdhat run}. */
@Command(
        name = "run",
        description =
                "Run a command and profile every JVM that it starts. The exit code is the"
                        + " command's; 3 when that was 0 and no JVM was seen.")
public final class Run implements Callable<Integer> {
    private final Shell shell;

    @Option(
            names = "--each",
            order = 0,
            description = "The summary of each JVM, where there are several.")
    boolean each;

    @Option(
            names = "--only",
            paramLabel = "REGEX",
            order = 1,
            converter = Expression.class,
            description = "Report only JVMs in whose main class and arguments this is found.")
    Pattern only;

    @Spec CommandSpec spec;

    @Mixin AgentOptions options;

    @Mixin ProfileShape shape;

    @Parameters(
            arity = "1..*",
            paramLabel = "COMMAND",
            description = "What to run: java …, mvn …, a start script.")
    List<String> command;

    public Run(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if ("idle".equals(options.start)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--start idle records nothing under run; use --start TIME, or start the program"
                            + " with -agentpath:$(jdhat agent-path)=start=idle and then `jdhat"
                            + " start PID`");
        }
        checkPattern("--file", options.file);
        checkPattern("--report", options.report);
        Map<String, String> environment = new HashMap<>(shell.environment());
        PrivateFolder folder;
        try {
            folder =
                    PrivateFolder.in(
                            options.file == null
                                    ? shell.folder()
                                    : shell.resolve(options.file).getParent());
        } catch (IOException e) {
            unprofiled("no folder for the recordings: " + ReportFile.reason(e));
            return exitCode(runCommand(environment), false);
        }
        try (folder) {
            boolean profiled = addAgent(environment, folder.path());
            int code = runCommand(environment);
            return exitCode(code, profiled && report(folder));
        }
    }

    /** Reads a regular expression. */
    static final class Expression implements ITypeConverter<Pattern> {
        @Override
        public Pattern convert(String text) {
            try {
                return Pattern.compile(text);
            } catch (PatternSyntaxException e) {
                throw new TypeConversionException(
                        "'" + text + "' is not a regular expression: " + e.getDescription());
            }
        }
    }

    private static int exitCode(int code, boolean seen) {
        return code == 0 && !seen ? ExitCode.FAILED.code() : code;
    }

    private boolean report(PrivateFolder folder) {
        try {
            return new RunReport(
                            shell,
                            shape.options(),
                            only,
                            each,
                            options.file,
                            options.report,
                            folder.path())
                    .write(folder.recordings());
        } catch (IOException e) {
            shell.err()
                    .println(
                            "jdhat run: "
                                    + ReportFile.reason(e)
                                    + "; the recordings are in "
                                    + folder.path());
        } catch (CommandFailed e) {
            shell.err()
                    .println(
                            "jdhat run: "
                                    + e.getMessage()
                                    + "; the recordings are in "
                                    + folder.path());
        }
        return false;
    }

    private void checkPattern(String option, String pattern) {
        try {
            if (pattern != null) {
                FilePattern.expand(pattern, 1, Instant.EPOCH, "host", name -> false);
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '" + option + "': " + e.getMessage());
        }
    }

    // Whatever is wrong with the agent, the command is started all the same.
    private boolean addAgent(Map<String, String> environment, Path folder) {
        AgentString text =
                options.addTo(AgentString.atLoad())
                        .byDefault("interval", "auto")
                        .byDefault("gc", "on")
                        .byDefault("quiet", "on");
        try {
            Path library = Agent.path();
            Optional<Path> java = JavaFinder.of(command.get(0), environment, shell.folder());
            Optional<String> problem = java.flatMap(binary -> LoadCheck.problem(binary, library));
            if (problem.isPresent()) {
                unprofiled(java.get() + " cannot load the agent (" + problem.get() + ")");
                return false;
            }
            String pattern =
                    FilePattern.literal(folder.toString())
                            + folder.getFileSystem().getSeparator()
                            + "%p.jdhat";
            String option =
                    "-agentpath:"
                            + library
                            + "="
                            + text.with("file", pattern).with("report", "none").text(folder);
            environment.put(
                    JavaToolOptions.VARIABLE,
                    JavaToolOptions.append(environment.get(JavaToolOptions.VARIABLE), option));
            return true;
        } catch (IOException e) {
            unprofiled(ReportFile.reason(e));
        } catch (IllegalArgumentException | CommandFailed e) {
            unprofiled(e.getMessage());
        }
        return false;
    }

    private void unprofiled(String reason) {
        shell.err().println("jdhat run: " + reason + "; running the command without it");
    }

    private int runCommand(Map<String, String> environment) {
        try {
            return ChildProcess.run(command, environment, shell.folder());
        } catch (IOException e) {
            // The exception names command and folder again; its cause has the system's reason.
            Throwable reason = e.getCause() == null ? e : e.getCause();
            throw new CommandFailed(
                    "cannot start '" + command.get(0) + "': " + reason.getMessage());
        }
    }
}
