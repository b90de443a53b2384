// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProfileInfoBuilder;
import dev.jdhat.profile.ProgramPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** A window that counted what the test says. */
final class FakeWindow implements Window {
    private final List<ProgramPoint> points = new ArrayList<>();
    private final ProfileInfoBuilder info = ProfileInfo.builder();
    private Map<Integer, long[]> soft = Map.of();
    private int settles;
    private int foreignSettles;
    private int walks;
    private int opened;
    private int closed;

    /** Allocated at frames, of which the first is the leaf, and all of it alive at the peak. */
    FakeWindow block(String type, long bytes, long blocks, String... frames) {
        points.add(point(type, frames).total(Figure.of(bytes, blocks))
                .atPeak(Figure.of(bytes, blocks)).build());
        return this;
    }

    /** Blocks of 16 bytes alive at each settle point. */
    FakeWindow alive(String type, int site, String frame, long... blocks) {
        List<Figure> figures = new ArrayList<>();
        LongStream.of(blocks).forEach(n -> figures.add(Figure.of(16 * n, n)));
        points.add(point(type, frame).total(Figure.of(16_000, 1_000)).sites(new int[] {site})
                .atSettles(figures).build());
        return this;
    }

    private static ProgramPoint.Builder point(String type, String... frames) {
        List<String> all = new ArrayList<>(List.of(type + " (class)"));
        all.addAll(List.of(frames));
        return ProgramPoint.builder().frames(all).allocatedClass(type);
    }

    FakeWindow soft(int site, long blocks) {
        soft = Map.of(site, new long[] {blocks, 16 * blocks});
        return this;
    }

    /** So many settle points of other tests before each of this one's. */
    FakeWindow foreignSettles(int count) {
        foreignSettles = count;
        return this;
    }

    ProfileInfoBuilder info() {
        return info;
    }

    /** How often the heap was walked. */
    int walks() {
        return walks;
    }

    int settles() {
        return settles;
    }

    boolean isClosed() {
        return closed == opened;
    }

    Windows windows() {
        return spec -> {
            opened++;
            return this;
        };
    }

    private long epoch(int settle) {
        return 100 + foreignSettles + (1L + foreignSettles) * settle;
    }

    @Override
    public long settle() {
        return epoch(settles++);
    }

    @Override
    public Profile profile() {
        return Profile.builder(info.build()).points(points).settleEpochs(
                LongStream.range(100, settles == 0 ? 100 : epoch(settles - 1) + 1).toArray())
                .build();
    }

    @Override
    public Map<Integer, long[]> softlyReachable(long from, long to) {
        walks++;
        return soft;
    }

    @Override
    public void close() {
        closed++;
    }
}
