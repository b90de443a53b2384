// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

import dev.jdhat.recording.ClockPoint;
import dev.jdhat.recording.Counter;
import dev.jdhat.recording.Recording;
import dev.jdhat.recording.RecordingVisitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs a program in pairs, without and with the agent, and compares the processor time of the
 * pairs; then says what the agent counted of its own. Arguments: a name, the number of pairs, the
 * library, a folder for files, and the command from `java` on. See the script `run`.
 */
final class Overhead {
    /** Student's t for 95 % and 1 to 12 degrees of freedom. */
    private static final double[] T = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179};

    private final Path folder;
    private final Path recording;
    private final List<String> plain;
    private final List<String> profiled;

    private Overhead(String library, Path folder, List<String> command) {
        this.folder = folder;
        recording = folder.resolve("overhead.jdhat");
        plain = command;
        profiled = new ArrayList<>(command);
        profiled.add(1, "-agentpath:" + library + "=interval=512k,report=none,quiet,file="
                + recording.toString().replace(",", "\\,"));
    }

    public static void main(String[] args) throws Exception {
        List<String> command = Arrays.asList(args).subList(4, args.length);
        new Overhead(args[2], Path.of(args[3]), command).measure(args[0], Integer.parseInt(args[1]));
    }

    private void measure(String name, int pairs) throws IOException, InterruptedException {
        double[] without = new double[pairs];
        double[] with = new double[pairs];
        double[] ours = new double[pairs];
        Agent last = null;
        processorSeconds(plain);
        for (int i = 0; i < pairs; i++) {
            // Each order as often as the other: what drifts on the machine cancels out.
            if (i % 2 == 0) {
                without[i] = processorSeconds(plain);
            }
            with[i] = processorSeconds(profiled);
            last = Agent.of(recording);
            ours[i] = last.seconds() / with[i];
            if (i % 2 == 1) {
                without[i] = processorSeconds(plain);
            }
        }
        System.out.printf("%s, sampled every 512 KiB, pairs: %d%n", name, pairs);
        System.out.printf("  processor time: without %s, with %s%n", range(without), range(with));
        System.out.printf("  with / without: %s%n", ratio(without, with));
        System.out.printf("  agent's own share: %.2f %% (largest %.2f %%)%n",
                100 * Arrays.stream(ours).average().orElseThrow(),
                100 * Arrays.stream(ours).max().orElseThrow());
        System.out.println("  last run: " + last);
    }

    /** User and system time of the command with all that it started, as the shell counts it. */
    private double processorSeconds(List<String> command) throws IOException, InterruptedException {
        List<String> timed = new ArrayList<>(List.of(
                "bash", "-c", "TIMEFORMAT='%3U %3S'; time \"$@\" >output 2>&1", "time"));
        timed.addAll(command);
        Process process = new ProcessBuilder(timed).directory(folder.toFile()).start();
        String said = new String(process.getErrorStream().readAllBytes()).strip();
        if (process.waitFor() != 0) {
            throw new IOException("The program failed; its output is in " + folder + "/output");
        }
        String[] times = said.split(" ");
        return Double.parseDouble(times[0]) + Double.parseDouble(times[1]);
    }

    private static String range(double[] seconds) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        return String.format("%.1f s (%.1f to %.1f)", Arrays.stream(seconds).average().orElseThrow(),
                sorted[0], sorted[sorted.length - 1]);
    }

    /** The geometric mean of the ratios, and Student's interval of it. */
    private static String ratio(double[] without, double[] with) {
        int n = with.length;
        double[] logs = new double[n];
        Arrays.setAll(logs, i -> Math.log(with[i] / without[i]));
        double mean = Arrays.stream(logs).average().orElseThrow();
        if (n < 2) {
            return String.format("%.3f (one pair: no interval)", Math.exp(mean));
        }
        double squares = Arrays.stream(logs).map(log -> (log - mean) * (log - mean)).sum();
        double t = n - 2 < T.length ? T[n - 2] : 2;
        double half = t * Math.sqrt(squares / (n - 1) / n);
        return String.format("%.3f (95 %% interval %.3f to %.3f)", Math.exp(mean),
                Math.exp(mean - half), Math.exp(mean + half));
    }

    /** What the agent counted of itself, from the last clock point of a recording. */
    private static final class Agent implements RecordingVisitor {
        private ClockPoint last;
        private long memory;

        static Agent of(Path file) throws IOException {
            Agent agent = new Agent();
            try (Recording recording = Recording.open(file)) {
                recording.scan(agent);
            }
            Files.delete(file);
            return agent;
        }

        @Override
        public void clock(ClockPoint point) {
            last = point;
            memory = Math.max(memory, point.counter(Counter.MEMORY));
        }

        double seconds() {
            return (last.counter(Counter.CALLBACK_NANOS) + last.counter(Counter.AGENT_CPU_NANOS))
                    / 1e9;
        }

        @Override
        public String toString() {
            return String.format("%,d events, callbacks %.3f s, agent thread %.3f s, memory %.1f MB",
                    last.counter(Counter.EVENTS), last.counter(Counter.CALLBACK_NANOS) / 1e9,
                    last.counter(Counter.AGENT_CPU_NANOS) / 1e9, memory / 1e6);
        }
    }
}
