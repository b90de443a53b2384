// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.profiles;

import dev.jdhat.cli.CommandFailed;
import dev.jdhat.cli.Shell;
import dev.jdhat.cli.text.Progress;
import dev.jdhat.cli.text.Units;
import dev.jdhat.merge.ProfileMerge;
import dev.jdhat.profile.FrameTexts;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileBuilder;
import dev.jdhat.profile.ProfileOptions;
import dev.jdhat.profile.Unit;
import dev.jdhat.recording.Recording;
import dev.jdhat.report.ReportPlaces;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Adds up the profiles of many files, in their order, so that the same files give the same sum to
 * the last digit.
 */
public final class MergedFiles {
    private final Shell shell;
    private final ProfileOptions options;
    private final ProfileMerge merge = new ProfileMerge();
    private final FrameTexts texts = new FrameTexts();
    private final AtomicInteger countBoth = new AtomicInteger();

    public MergedFiles(Shell shell, ProfileOptions options) {
        this.shell = shell;
        this.options = options;
    }

    /** The sum; fails with the name of the file that cannot be read or does not fit. */
    public Profile of(List<Path> files) throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += ReadAhead.size(file);
        }
        String what = "Reading " + Units.count(files.size()) + " files";
        try (Progress progress = new Progress(shell.err(), shell.terminal(), what, bytes)) {
            ReadAhead.each(
                    files,
                    file -> read(file, progress),
                    (profile, file) -> merge.add(profile, shell.show(file)));
            return merge.merged();
        } catch (IllegalArgumentException e) {
            throw CommandFailed.because(e);
        } catch (OutOfMemoryError e) {
            throw new CommandFailed("there is too little memory for "
                    + Units.count(merge.sites())
                    + " sites of "
                    + Units.count(merge.added())
                    + " files; give more, as with JDK_JAVA_OPTIONS=-Xmx4g, or merge fewer files");
        }
    }

    /** How many of the files are recordings of ad hoc events too, which are not in the sum. */
    public int countBoth() {
        return countBoth.get();
    }

    private Profile read(Path file, Progress progress) throws IOException {
        if (!ProfileFile.isRecording(file)) {
            return ProfileFile.ofDhat(file, texts, progress);
        }
        try (Recording recording = Recording.open(file)) {
            Set<Unit> units = ReportPlaces.units(recording);
            countBoth.addAndGet(units.size() > 1 ? 1 : 0);
            Profile profile =
                    ProfileBuilder.build(recording, options.withUnit(units.iterator().next()));
            progress.advance(Files.size(file));
            return profile;
        }
    }
}
