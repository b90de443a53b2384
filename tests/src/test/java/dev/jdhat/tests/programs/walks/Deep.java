// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.walks;

/**
 * Recursions with one leaf that differ at their far end only, mutual ones, and one with a block at
 * every 97th level. Arguments: rounds, levels, and how many of 64 paths are
 * gone; each makes 20 blocks in a round.
 */
public final class Deep {
    private Deep() {}

    static void zigzag(int path, int bits, int levels) {
        if (bits == 0) {
            straight(levels, path % 64);
        } else if ((path & 1 << bits - 1) == 0) {
            zigzag(path, bits - 1, levels);
        } else {
            zigzag(path, bits - 1, levels);
        }
    }

    static void straight(int level, int place) {
        if (level > 0) straight(level - 1, place); else leaf(place);
    }

    static void leaf(int place) {
        for (int i = 0; i < 20; i++) Place.sink = new float[Place.at(place)];
    }

    static void ping(int level, int place) {
        if (level > 0) pong(level - 1, place);
        else leaf(place);
    }

    static void pong(int level, int place) {
        if (level == 0) leaf(place);
        else if (level % 3 == 0) ping(level - 1, place);
        else
            ping(level - 1, place);
    }

    static int down(int level, int place) {
        if (level % 97 == 0) Place.sink = new float[Place.at(place + level / 97)];
        return level == 0 ? 0 : 1 + down(level - 1, place);
    }

    static void round(int levels, int paths) {
        for (int path = 0; path < paths; path++) zigzag(path, 6, levels / (1 + path % 4));
        for (int i = 0; i < 8; i++) ping(levels / 2 + i, 100 + i);
        down(levels, 200);
    }

    public static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args[0]);
        int levels = Integer.parseInt(args[1]);
        int paths = Integer.parseInt(args[2]);
        Runnable all = () -> {
            for (int i = 0; i < rounds; i++) round(levels, paths);
        };
        Thread thread = new Thread(null, all, "deep", 256 << 20);
        thread.start();
        thread.join();
        Place.tell();
    }
}
