// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class AgentTest {
    @Test
    void versionIsTheProjectsWithoutSnapshot() {
        assertEquals("0.1.0", Agent.version());
    }

    @Test
    void optionsMayNotBeNull() {
        assertThrows(NullPointerException.class, () -> Agent.attachSelf(null));
    }
}
