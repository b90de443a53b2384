// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class FrameTextsTest {
    @Test
    void aTableHoldsWhatThereWas() {
        FrameTexts texts = new FrameTexts();
        assertArrayEquals(new int[] {0, 1, 0}, texts.numbers(List.of("a", "b", "a")));
        FrameTable first = texts.table();
        assertArrayEquals(new int[] {1, 2}, texts.numbers(List.of("b", "c")));
        assertEquals(2, first.size());
        assertEquals("b", first.text(1));
        assertEquals(3, texts.table().size());
        assertTrue(first.isNumberedAs(texts.table()));
        assertFalse(first.isNumberedAs(new FrameTable(List.of("a", "b"))));
        assertFalse(first.isNumberedAs(null));
    }

    @Test
    void stacksOfAllTablesAndOfNoneHaveTheNumbersOfTheirTexts() {
        FrameTexts texts = new FrameTexts();
        texts.numbers(List.of("a", "b"));
        List<String> early = texts.table().stack(new int[] {1, 0});
        texts.numbers(List.of("c"));
        List<String> late = texts.table().stack(new int[] {2, 1});
        List<String> other = new FrameTable(List.of("c", "d")).stack(new int[] {1, 0});
        FrameNumbers numbers = new FrameNumbers();
        assertArrayEquals(new int[] {0, 1}, numbers.of(late));
        assertArrayEquals(new int[] {1, 2}, numbers.of(early));
        assertArrayEquals(new int[] {3, 0}, numbers.of(other));
        assertArrayEquals(new int[] {0, 1}, numbers.of(late));
        assertArrayEquals(new int[] {2, 4}, numbers.of(List.of("a", "e")));
        assertEquals(5, numbers.size());
        assertEquals("d", numbers.table().text(3));
    }

    /** Whoever comes first, each text has one number, and every number its text. */
    @Test
    void threadsShareTheNumbers() throws Exception {
        FrameTexts texts = new FrameTexts();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            names.add("m" + i);
        }
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            Callable<int[]> reading = () -> {
                int[] numbers = new int[names.size()];
                for (int i = 0; i < names.size(); i++) {
                    numbers[i] = texts.numbers(List.of(new String(names.get(i))))[0];
                }
                return numbers;
            };
            List<Future<int[]>> all = pool.invokeAll(List.of(reading, reading, reading, reading));
            for (Future<int[]> one : all) {
                assertEquals(names, texts.table().stack(one.get()));
            }
        } finally {
            pool.shutdownNow();
        }
        assertEquals(names.size(), texts.table().size());
    }
}
