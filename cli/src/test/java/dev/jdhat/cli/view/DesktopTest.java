// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class DesktopTest {
    @Test
    void aBrowserOpensWhereSomebodySitsInFrontOfIt() {
        assertEquals(List.of("xdg-open"), Desktop.command("Linux", Map.of("DISPLAY", ":0")));
        assertEquals(
                List.of("xdg-open"),
                Desktop.command("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0")));
        assertEquals(List.of("open"), Desktop.command("Mac OS X", Map.of()));
        assertEquals(
                List.of("rundll32", "url.dll,FileProtocolHandler"),
                Desktop.command("Windows 11", Map.of()));
    }

    @Test
    void elsewhereNothingDoes() {
        assertEquals(List.of(), Desktop.command("Linux", Map.of()));
        assertEquals(List.of(), Desktop.command("Linux", Map.of("DISPLAY", "")));
        assertEquals(
                List.of(), Desktop.command("Mac OS X", Map.of("SSH_CONNECTION", "10.0.0.1 1")));
    }

    @Test
    void aDesktopWithoutItsToolIsNoError() {
        assertFalse(Desktop.start(List.of("/no/such/program", "http://127.0.0.1:9/")));
    }
}
