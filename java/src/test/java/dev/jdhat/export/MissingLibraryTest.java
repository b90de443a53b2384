// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import dev.jdhat.profile.Profile;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

/** The library with nothing beside it but what it always needs. */
class MissingLibraryTest {
    private static URL placeOf(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    /** Writes an empty profile there, with classes of that loader only. */
    private static int write(ClassLoader loader, String format) throws Exception {
        Class<?> info = loader.loadClass("dev.jdhat.profile.ProfileInfo");
        Object made = info.getMethod("builder").invoke(null);
        Object builder = loader.loadClass("dev.jdhat.profile.Profile").getMethod("builder", info)
                .invoke(null, made.getClass().getMethod("build").invoke(made));
        Object profile = builder.getClass().getMethod("build").invoke(builder);
        Class<?> by = loader.loadClass("dev.jdhat.profile.SortBy");
        Class<?> formats = loader.loadClass("dev.jdhat.export.ExportFormat");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        formats.getMethod("write", profile.getClass(), by, OutputStream.class).invoke(
                formats.getMethod("valueOf", String.class).invoke(null, format), profile,
                by.getMethod("valueOf", String.class).invoke(null, "TOTAL"), out);
        return out.size();
    }

    @Test
    void theMessageNamesWhatIsMissing() throws Exception {
        try (URLClassLoader bare = new URLClassLoader(
                new URL[] {placeOf(Profile.class), placeOf(JsonFactory.class)},
                ClassLoader.getPlatformClassLoader())) {
            for (String format : new String[] {"SPEEDSCOPE", "CSV", "FIREFOX"}) {
                assertTrue(write(bare, format) > 0, format);
            }
            assertEquals("The format pprof needs com.google.protobuf:protobuf-java, which is not"
                    + " there; add it to the dependencies.", message(bare, "PPROF"));
            assertEquals("The format otlp needs io.opentelemetry.proto:opentelemetry-proto, which"
                    + " is not there; add it to the dependencies.", message(bare, "OTLP"));
            assertEquals("The format jfr needs org.openjdk.jmc:flightrecorder.writer, which is not"
                    + " there; add it to the dependencies.", message(bare, "JFR"));
        }
    }

    private static String message(ClassLoader loader, String format) {
        Throwable cause = assertThrows(InvocationTargetException.class,
                () -> write(loader, format)).getCause();
        assertEquals(UnsupportedOperationException.class, cause.getClass());
        return cause.getMessage();
    }
}
