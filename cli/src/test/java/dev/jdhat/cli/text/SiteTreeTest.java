// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jdhat.profile.SortBy;

import org.junit.jupiter.api.Test;

import java.util.List;

class SiteTreeTest {
    private static List<String> lines(SortBy by, int depth) {
        return new SiteTree(SmallProfile.make(), by, Style.PLAIN, 80).lines(depth);
    }

    @Test
    void leafFirstWithChainsAsOneNode() {
        assertEquals(
                List.of(
                        "100.0 %  10,000 bytes in 140 blocks over the run",
                        "├─ 90.0 %  9,000 bytes in 90 blocks",
                        "│  byte[] (class)",
                        "│  ├─ 80.0 %  8,000 bytes in 80 blocks",
                        "│  │  java.util.Arrays.copyOf (Arrays.java:10)",
                        "│  │  shop.Cart.add (Cart.java:5)",
                        "│  │  shop.Main.main (Main.java:3)",
                        "│  └─ 10.0 %  1,000 bytes in 10 blocks",
                        "│     shop.Order.body (Order.java:7)",
                        "│     shop.Main.main (Main.java:3)",
                        "└─ 10.0 %  1,000 bytes in 50 blocks",
                        "   shop.Tag (class)",
                        "   shop.Main.main (Main.java:4)"),
                lines(SortBy.TOTAL, 6));
    }

    @Test
    void cutAtADepth() {
        assertEquals(
                List.of(
                        "100.0 %  10,000 bytes in 140 blocks over the run",
                        "├─ 90.0 %  9,000 bytes in 90 blocks",
                        "│  byte[] (class)",
                        "│  … 2 below",
                        "└─ 10.0 %  1,000 bytes in 50 blocks",
                        "   shop.Tag (class)",
                        "   shop.Main.main (Main.java:4)"),
                lines(SortBy.TOTAL, 1));
    }
}
