// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.compare;

import dev.jdhat.profile.FrameNumbers;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.TextNumbers;
import java.util.Arrays;

/** Methods and lines of stacks as numbers; each frame is taken apart once. For one thread. */
final class Methods {
    private final FrameNumbers frames = new FrameNumbers();
    private final TextNumbers texts = new TextNumbers();
    /** How many frames are taken apart, and of each the number of its method, and its line. */
    private int known;
    private int[] methods = new int[64];
    private int[] lines = new int[64];

    /** The class or kind, and the methods of the stack. Equal numbers are equal texts. */
    int[] of(ProgramPoint point) {
        int[] all = numbers(point);
        int first = all.length - point.stack().size();
        int[] key = first == 1 ? all : new int[all.length + 1];
        System.arraycopy(all, first, key, 1, all.length - first);
        key[0] = texts.of(point.type());
        for (int i = 1; i < key.length; i++) {
            key[i] = methods[key[i]];
        }
        return key;
    }

    /** Of each frame of the stack, 0 where it has none. */
    int[] lines(ProgramPoint point) {
        int[] all = numbers(point);
        return Arrays.stream(all, all.length - point.stack().size(), all.length)
                .map(frame -> lines[frame]).toArray();
    }

    /** Of all its frames, of which the first one may be no frame of the stack but the class. */
    private int[] numbers(ProgramPoint point) {
        int[] numbers = frames.of(point.frames());
        for (; known < frames.size(); known++) {
            if (known == methods.length) {
                methods = Arrays.copyOf(methods, 2 * known);
                lines = Arrays.copyOf(lines, 2 * known);
            }
            Method method = Method.of(frames.text(known));
            methods[known] = texts.of(method.text());
            lines[known] = method.line();
        }
        return numbers;
    }
}
