// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jdhat.cli.demo.KnownSite;
import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProgramPoint;

import org.junit.jupiter.api.Test;

import java.util.List;

class LessonsTest {
    private static final KnownSite[] ONE = {KnownSite.LISTENER_NEVER_REMOVED};

    @Test
    void figuresComeFromTheProfile() {
        ProgramPoint point =
                ProgramPoint.builder()
                        .frames(
                                List.of(
                                        "byte[] (class)",
                                        KnownSite.LISTENER_NEVER_REMOVED.frame()
                                                + " (ChangeFeed.java:33)"))
                        .total(Figure.of(77, 7))
                        .atEnd(Figure.of(66, 6))
                        .build();
        Profile profile =
                Profile.builder(ProfileInfo.builder().build()).points(List.of(point)).build();
        assertEquals(
                List.of(
                        "What was built into the demo, as the profile shows it:",
                        "",
                        "* a listener never removed",
                        "  dev.jdhat.cli.demo.ChangeFeed$Watcher.<init> (ChangeFeed.java:33)",
                        "  total 77 bytes in 7 blocks, at t-end 66 bytes in 6 blocks",
                        "  one block for each session that ever was, and as many at the end as in"
                                + " the",
                        "  total"),
                Lessons.lines(profile, ONE, Style.PLAIN, 78));
    }

    @Test
    void whatIsMissingIsSaid() {
        Profile empty = Profile.builder(ProfileInfo.builder().build()).build();
        assertEquals(
                "  dev.jdhat.cli.demo.ChangeFeed$Watcher.<init> is not in this profile",
                Lessons.lines(empty, ONE, Style.PLAIN, 78).get(3));
    }
}
