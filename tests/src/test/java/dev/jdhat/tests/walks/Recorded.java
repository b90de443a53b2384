// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.walks;

import dev.jdhat.recording.ClockPoint;
import dev.jdhat.recording.Counter;
import dev.jdhat.recording.Recording;
import dev.jdhat.recording.RecordingVisitor;
import dev.jdhat.recording.Site;
import dev.jdhat.recording.StackFlags;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;

/** The blocks of the places, as a recording has them, and its last clock point. */
final class Recorded implements RecordingVisitor {
    private static final String OURS = "dev.jdhat.tests.programs.walks.";

    /** Both are strings' ids. */
    private record Method(int type, int name) {}

    private record Stack(boolean cut, String frames) {}

    private record Sum(long blocks, long bytes) {
        Sum plus(long moreBlocks, long moreBytes) {
            return new Sum(blocks + moreBlocks, bytes + moreBytes);
        }
    }

    private final Map<Integer, String> strings = new HashMap<>();
    private final Map<Integer, Integer> types = new HashMap<>();
    private final Map<Integer, Method> methods = new HashMap<>();
    private final Map<Integer, Stack> stacks = new HashMap<>();
    private final Map<Integer, Site> sites = new HashMap<>();
    private final Map<Integer, Sum> sums = new HashMap<>();
    private ClockPoint last;

    private Recorded() {}

    static Recorded of(Path recording) {
        Recorded recorded = new Recorded();
        try (Recording open = Recording.open(recording)) {
            open.scan(recorded);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return recorded;
    }

    long counter(Counter counter) {
        return last.counter(counter);
    }

    Blocks blocks() {
        Blocks blocks = new Blocks();
        sums.forEach((site, sum) -> {
            Stack stack = stacks.get(sites.get(site).stack());
            blocks.add(stack.cut, stack.frames, sum.blocks, sum.bytes);
        });
        return blocks;
    }

    @Override
    public void string(int id, String text) {
        strings.put(id, text);
    }

    @Override
    public void method(int id, int type, int name, int descriptor, int file, boolean isNative) {
        methods.put(id, new Method(type, name));
    }

    @Override
    public void type(int id, int name) {
        types.put(id, name);
    }

    @Override
    public void stack(int id, StackFlags flags, int[] called, int[] lines) {
        StringJoiner frames = new StringJoiner(" ");
        for (int i = 0; i < called.length; i++) {
            Method method = methods.get(called[i]);
            String type = strings.get(method.type);
            if (type.startsWith(OURS)) {
                frames.add(type.substring(OURS.length()) + "." + strings.get(method.name) + ":"
                        + lines[i]);
            }
        }
        stacks.put(id, new Stack(flags.cut(), frames.toString()));
    }

    @Override
    public void site(int id, Site site) {
        sites.put(id, site);
    }

    @Override
    public void tracked(int site, long birth, long blocks, long bytes) {
        Integer type = types.get(sites.get(site).type());
        boolean isEmpty = bytes <= 24 * blocks;
        if (type != null && strings.get(type).equals("float[]") && !isEmpty) {
            sums.merge(site, new Sum(blocks, bytes), (old, more) -> old.plus(blocks, bytes));
        }
    }

    @Override
    public void untracked(int site, long birth, long blocks, long bytes) {
        tracked(site, birth, blocks, bytes);
    }

    @Override
    public void clock(ClockPoint point) {
        last = point;
    }
}
