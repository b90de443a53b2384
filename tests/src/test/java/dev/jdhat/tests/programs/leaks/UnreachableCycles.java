// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

/**
 * Objects that refer to each other and to which nothing else does. None of 100 Payloads stays: no
 * leak.
 */
public final class UnreachableCycles implements LeakCase {
    static final class Node {
        final Payload payload = new Payload();
        Node other;
    }

    @Override
    public void work() {
        for (int i = 0; i < N; i++) {
            Node node = new Node();
            node.other = new Node();
            node.other.other = node;
        }
    }

    @Override
    public void tearDown() {}
}
