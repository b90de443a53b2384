// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.cli.CommandFailed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class JvmsTest {
    private static final List<Jvm> JVMS =
            List.of(
                    new Jvm(10, "org.shop.Store --port 80"),
                    new Jvm(11, "/opt/app/store.jar"),
                    new Jvm(12, "org.shop.Stock"),
                    new Jvm(13, ""));

    @Test
    void aPartOfTheMainClassFindsOne() {
        assertEquals(12, Jvms.pick("Stock", JVMS));
        assertEquals(11, Jvms.pick("store.jar", JVMS));
        assertEquals(4711, Jvms.find("4711"));
    }

    @Test
    void severalAreNamed() {
        CommandFailed e = assertThrows(CommandFailed.class, () -> Jvms.pick("org.shop", JVMS));
        assertEquals(
                "'org.shop' fits 2 JVMs: 10 (org.shop.Store), 12 (org.shop.Stock); give the process"
                        + " id",
                e.getMessage());
    }

    @Test
    void argumentsAndFoldersAreNoPartOfTheName() {
        CommandFailed e = assertThrows(CommandFailed.class, () -> Jvms.pick("port", JVMS));
        assertEquals(
                "no JVM has 'port' in the name of its main class; 'jdhat ps' lists them",
                e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void noNameIsNobodys(String name) {
        List<Jvm> one = List.of(new Jvm(10, "org.shop.Store"));
        CommandFailed e = assertThrows(CommandFailed.class, () -> Jvms.pick(name, one));
        assertEquals(
                "no JVM has '"
                        + name
                        + "' in the name of its main class; 'jdhat ps' lists them",
                e.getMessage());
    }

    @Test
    void shortNames() {
        assertEquals("store.jar", new Jvm(1, "/opt/my/store.jar a b").shortName());
        assertEquals("unknown", new Jvm(1, " ").shortName());
    }

    @Test
    void weAreNotAmongThem() {
        assertTrue(
                Jvms.all().stream().noneMatch(jvm -> jvm.pid() == ProcessHandle.current().pid()));
    }
}
