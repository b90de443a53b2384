// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void equalThingsHaveOneNumber() {
        TextNumbers texts = new TextNumbers();
        assertEquals(0, texts.of("Aa"));
        // "BB" has the hash of "Aa".
        assertEquals(1, texts.of("BB"));
        assertEquals(0, texts.of(new String("Aa")));
        assertEquals(2, texts.of(""));
        assertEquals(3, texts.size());
        assertEquals("BB", texts.get(1));
    }

    @Test
    void stacksAreToldByAllTheirFrames() {
        StackNumbers stacks = new StackNumbers();
        int[] first = {1, 2, 3};
        assertEquals(0, stacks.of(first));
        assertEquals(1, stacks.of(new int[] {1, 2}));
        assertEquals(2, stacks.of(new int[] {3, 2, 1}));
        assertEquals(3, stacks.of(new int[] {}));
        assertEquals(0, stacks.of(new int[] {1, 2, 3}));
        assertSame(first, stacks.get(0));
    }

    /** The same as a map makes, over many sizes of its tables. */
    @Test
    void manyAreNumberedInTheOrderInWhichTheyCome() {
        Random random = new Random(1);
        StackNumbers stacks = new StackNumbers();
        Map<List<Integer>, Integer> known = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            int[] stack = random.ints(random.nextInt(5), 0, 12).toArray();
            List<Integer> boxed = new ArrayList<>();
            Arrays.stream(stack).forEach(boxed::add);
            Integer before = known.putIfAbsent(boxed, known.size());
            assertEquals(before == null ? known.size() - 1 : before, stacks.of(stack));
        }
        assertEquals(known.size(), stacks.size());
    }
}
