// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.bench.measure;

import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileBuilder;
import dev.jdhat.profile.ProfileOptions;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.recording.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** What a contestant says is alive at the end, of blocks that a method allocates itself. */
public final class LiveSites {
    /**
     * What it says of one method.
     *
     * @param bytes as the tool shows them, NaN where it shows none
     * @param error one standard error that it states, NaN where it states none
     * @param interval the largest at which it sampled, in bytes; 0 for one that saw every block
     * @param samples how many it has
     */
    public record Live(double bytes, double error, double interval, double samples) {
        /**
         * How far off the truth, in standard errors. What it states is of what it saw; of bytes
         * that it missed, the variance is their number times the interval at the most, and is to
         * be added: else few samples, when they are too few by chance, state too small an error.
         */
        public double off(double truth) {
            double missed = Math.max(0, truth - bytes);
            return bytes == truth ? 0
                    : Math.abs(bytes - truth) / Math.sqrt(error * error + missed * interval);
        }
    }

    private final Setting setting;
    private final Contestant contestant;

    public LiveSites(Setting setting, Contestant contestant) {
        this.setting = setting;
        this.contestant = contestant;
    }

    /**
     * Of the run that was the last. The class is asked for where it can be told apart: the JVM
     * itself allocates in a method that makes it load a class.
     */
    public Live of(String method, String className) throws IOException {
        Path file = contestant.tool().file(setting);
        return switch (contestant.tool()) {
            case JDHAT -> jdhat(file, method, className);
            case ASYNC_PROFILER -> events(file, "profiler.LiveObject", "allocationSize", method);
            case JFR -> events(file, "jdk.OldObjectSample", null, method);
            default -> throw new IllegalArgumentException(contestant + " knows of no blocks");
        };
    }

    private static Live jdhat(Path file, String method, String className)
            throws IOException {
        Profile profile = profile(file);
        List<ProgramPoint> points = profile.points().stream()
                .filter(point -> point.allocatedClass().endsWith(className))
                // The first frame is the class.
                .filter(point -> point.frames().get(1).contains("." + method + " (")).toList();
        Figure sum = points.stream().map(ProgramPoint::atEnd).reduce(Figure.ZERO, Figure::plus);
        return new Live(sum.bytes(), sum.bytesError(), profile.info().sampling().greatest(),
                points.stream().mapToLong(ProgramPoint::samples).sum());
    }

    /** All blocks of a class over the run, as jdhat counted them. */
    public long blocksOf(String className) throws IOException {
        return profile(contestant.tool().file(setting)).points().stream()
                .filter(point -> point.allocatedClass().endsWith(className))
                .mapToLong(point -> point.total().blocks()).sum();
    }

    private static Profile profile(Path file) throws IOException {
        try (Recording recording = Recording.open(file)) {
            return ProfileBuilder.build(recording, ProfileOptions.defaults());
        }
    }

    private static Live events(Path file, String type, String sizeField, String method)
            throws IOException {
        List<RecordedEvent> events = RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals(type))
                .filter(event -> event.getStackTrace() != null
                        && event.getStackTrace().getFrames().get(0).getMethod().getName()
                                .equals(method))
                .toList();
        double bytes = sizeField == null ? Double.NaN
                : events.stream().mapToLong(event -> event.getLong(sizeField)).sum();
        return new Live(bytes, Double.NaN, Double.NaN, events.size());
    }
}
