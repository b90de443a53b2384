// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Parts of program points by thread: each combination of the two is one part. */
final class ThreadParts {
    private final Map<String, Integer> threads = new HashMap<>();
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final List<Integer> points = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    /** The number of the part of a point that a thread has. */
    int part(int point, String thread) {
        Integer number = threads.putIfAbsent(thread, threads.size());
        long key = (long) point << 32 | (number == null ? threads.size() - 1 : number);
        Integer known = numbers.putIfAbsent(key, points.size());
        if (known != null) {
            return known;
        }
        points.add(point);
        names.add(thread);
        return points.size() - 1;
    }

    int size() {
        return points.size();
    }

    int point(int part) {
        return points.get(part);
    }

    String thread(int part) {
        return names.get(part);
    }
}
