// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SelfAttachTest {
    @Test
    void answersAreRead() {
        assertEquals(Map.of("state", "idle", "file", "a=b"),
                SelfAttach.answer(List.of("ok", "state=idle", "file=a=b"), 0));
    }

    @Test
    void errorsCarryTheAgentsMessage() {
        IllegalStateException e = assertThrows(IllegalStateException.class,
                () -> SelfAttach.answer(List.of("error", "message=Already recording."), 1));
        assertEquals("Already recording.", e.getMessage());
        e = assertThrows(IllegalStateException.class, () -> SelfAttach.answer(List.of(), 5));
        assertEquals("The agent gave no answer (result 5); look for its message on stderr.",
                e.getMessage());
    }
}
