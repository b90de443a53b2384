// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;

class ReplyTest {
    @Test
    void readsKeysAndValues() {
        Reply reply = Reply.of(List.of("ok", "state=recording", "file=/a=b,c", "events=12"));
        assertTrue(reply.ok());
        assertTrue(reply.recording());
        assertEquals("/a=b,c", reply.value("file"));
        assertEquals(12, reply.number("events").orElseThrow());
        assertEquals("", reply.value("collector"));
        assertTrue(reply.number("file").isEmpty());
    }

    @Test
    void anErrorHasAMessage() {
        Reply reply = Reply.of(List.of("error", "message=It records already."));
        assertFalse(reply.ok());
        assertEquals("It records already.", reply.value("message"));
    }
}
