// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat;

import dev.jdhat.profile.PeakKind;
import dev.jdhat.profile.ProfileOptions;
import dev.jdhat.profile.Selection;
import dev.jdhat.profile.Unit;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * How a {@link Profiler} is to be. What is said about the session (interval, file, depth, what is
 * recorded) must agree with the session that runs already, if one does; what is not said is taken
 * from it. Not for several threads at once.
 */
public final class ProfilerBuilder {
    static final long NOT_SAID = -1;
    static final long AUTO = -2;
    private static final long LARGEST_INTERVAL = 1L << 30;
    private static final int DEEPEST = 2048;

    private boolean heap;
    private boolean adHoc;
    private boolean testing;
    private boolean thisThreadOnly;
    private boolean reporting = true;
    private boolean quiet;
    private boolean collecting = true;
    private long interval = NOT_SAID;
    private int depth = (int) NOT_SAID;
    private long gcAt = NOT_SAID;
    private Path file;
    private Path report;
    private Path adHocReport;
    private String name = "profiler";
    private ProfileOptions profile = ProfileOptions.defaults();
    private Selection selection = Selection.all().withoutOwnWork();

    ProfilerBuilder() {
    }

    /** Records heap blocks; so does a builder that names neither mode. */
    public ProfilerBuilder heap() {
        heap = true;
        return this;
    }

    /** Records {@linkplain AdHoc ad hoc events}; with {@link #heap()}, both. */
    public ProfilerBuilder adHoc() {
        adHoc = true;
        return this;
    }

    /**
     * For a test: exact unless an interval is named, nothing is printed, and nothing is written
     * unless an assertion of the profiler fails.
     */
    public ProfilerBuilder testing() {
        testing = true;
        return this;
    }

    /** Sees every block. */
    public ProfilerBuilder exact() {
        return interval(0);
    }

    /**
     * Sees every block while that takes little, and samples as soon as it takes more than 2 % of
     * one core.
     */
    public ProfilerBuilder auto() {
        interval = AUTO;
        return this;
    }

    /**
     * Samples.
     *
     * @param bytes mean bytes between two samples, up to 1 GiB; 0 sees every block. Unless an
     *        interval is said it is 512 KiB, and more while that takes over 2 % of one core
     */
    public ProfilerBuilder interval(long bytes) {
        if (bytes < 0 || bytes > LARGEST_INTERVAL) {
            throw new IllegalArgumentException("The interval is " + bytes
                    + " bytes; choose one from 0 (exact) to " + LARGEST_INTERVAL + ".");
        }
        interval = bytes;
        return this;
    }

    /** The recording: {@code jdhat-%p%n.jdhat} unless said, its process id and a free number. */
    public ProfilerBuilder file(Path path) {
        file = path.toAbsolutePath();
        return this;
    }

    /** As {@link #file(Path)}. */
    public ProfilerBuilder file(String path) {
        return file(Path.of(path));
    }

    /** The heap profile, written on close; {@code dhat-heap.json} unless said. */
    public ProfilerBuilder report(Path path) {
        report = Objects.requireNonNull(path);
        return this;
    }

    /** As {@link #report(Path)}. */
    public ProfilerBuilder report(String path) {
        return report(Path.of(path));
    }

    /** The ad hoc profile, written on close; {@code dhat-ad-hoc.json} unless said. */
    public ProfilerBuilder adHocReport(Path path) {
        adHocReport = Objects.requireNonNull(path);
        return this;
    }

    /** As {@link #adHocReport(Path)}. */
    public ProfilerBuilder adHocReport(String path) {
        return adHocReport(Path.of(path));
    }

    /** Nothing is written on close but the recording. */
    public ProfilerBuilder withoutReport() {
        reporting = false;
        return this;
    }

    /** Nothing is printed on close. */
    public ProfilerBuilder quiet() {
        quiet = true;
        return this;
    }

    /** Frames kept of each stack, 1 to 2048; 128 unless said. */
    public ProfilerBuilder depth(int frames) {
        if (frames < 1 || frames > DEEPEST) {
            throw new IllegalArgumentException("The depth is " + frames
                    + " frames; choose one from 1 to " + DEEPEST + ".");
        }
        depth = frames;
        return this;
    }

    /** Frames shown of each stack, from the allocation on; 0 shows all that were kept. */
    public ProfilerBuilder trim(int frames) {
        profile = profile.withTrim(frames);
        return this;
    }

    /** Which peak t-gmax is; the live peak unless said. */
    public ProfilerBuilder peak(PeakKind kind) {
        profile = profile.withPeak(kind);
        return this;
    }

    /**
     * Counts what the thread that starts the profiler allocates until it is closed; not what other
     * threads do for it. Else all threads count. Not on a virtual thread.
     */
    public ProfilerBuilder thisThreadOnly() {
        thisThreadOnly = true;
        return this;
    }

    /** Counts only blocks with a frame in one of these packages in their stack. */
    public ProfilerBuilder include(String... packagePrefixes) {
        selection = selection.withIncluded(List.of(packagePrefixes));
        return this;
    }

    /** Does not count blocks with a frame in one of these packages in their stack. */
    public ProfilerBuilder exclude(String... packagePrefixes) {
        selection = selection.withExcluded(List.of(packagePrefixes));
        return this;
    }

    /** Counts only what is allocated under a method, and shows stacks from it on. */
    public ProfilerBuilder body(String className, String methodName) {
        selection = selection.withBody(className, methodName);
        return this;
    }

    /** Forces a collection whenever so many blocks wait for one: peaks are seen better; 0 never. */
    public ProfilerBuilder gcAt(long blocks) {
        gcAt = blocks;
        return this;
    }

    /** Whether collections are forced before the end is counted; yes unless said. */
    public ProfilerBuilder gc(boolean on) {
        collecting = on;
        return this;
    }

    /** What the profiler's window is called in the recording. */
    public ProfilerBuilder name(String windowName) {
        name = Objects.requireNonNull(windowName);
        return this;
    }

    /**
     * Starts a profiler. The JVM's first one brings the agent into it.
     *
     * @throws IllegalStateException with the reason and the way out: a session with other settings
     *         runs, another agent holds heap sampling, an agent of another version is there, the
     *         platform or the JVM is not supported, the recording cannot be written
     */
    public Profiler start() {
        if (!heap && !adHoc) {
            heap = true;
        }
        if (testing && interval == NOT_SAID) {
            interval = 0;
        }
        RunningSession session = RunningSession.join(sessionOptions());
        try {
            if (session.joined()) {
                Agreement.check(this, session);
            }
            return new Profiler(this, session);
        } catch (RuntimeException | Error e) {
            session.leave();
            throw e;
        }
    }

    private String sessionOptions() {
        StringBuilder options = new StringBuilder();
        if (interval != NOT_SAID) {
            options.append(",interval=").append(interval == AUTO ? "auto" : interval);
        }
        options.append(",record=").append(heap ? adHoc ? "both" : "heap" : "ad-hoc");
        Path recording = file == null && testing ? RunningSession.temporaryFile() : file;
        if (recording != null) {
            options.append(",file=").append(RunningSession.escaped(recording.toString()));
        }
        if (depth != NOT_SAID) {
            options.append(",depth=").append(depth);
        }
        if (gcAt != NOT_SAID) {
            options.append(",gc-at=").append(gcAt);
        }
        return options.append(",gc=").append(collecting ? "on" : "off").toString();
    }

    boolean recordsHeap() {
        return heap;
    }

    boolean recordsAdHoc() {
        return adHoc;
    }

    boolean isTesting() {
        return testing;
    }

    boolean isThisThreadOnly() {
        return thisThreadOnly;
    }

    boolean isReporting() {
        return reporting;
    }

    boolean isQuiet() {
        return quiet;
    }

    boolean isCollecting() {
        return collecting;
    }

    /** {@link #NOT_SAID} where it was not; {@link #AUTO}. */
    long interval() {
        return interval;
    }

    /** {@link #NOT_SAID} where it was not. */
    int depth() {
        return depth;
    }

    /** Null where it was not said. */
    Path file() {
        return file;
    }

    String windowName() {
        return name;
    }

    Path heapFile() {
        return report != null ? report : Path.of("dhat-heap.json");
    }

    Path adHocFile() {
        return adHocReport != null ? adHocReport : Path.of("dhat-ad-hoc.json");
    }

    ProfileOptions profile(int window, Unit unit) {
        return profile.withUnit(unit).withSelection(selection.withWindow(window));
    }
}
