// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.io.InputStream;
import java.util.concurrent.ExecutorService;

/**
 * 5 class loaders, each pinned by a ThreadLocal value on a pooled thread. 5 of 5 loaders stay,
 * with a Payload each: a leak of loaders.
 */
public final class PinnedLoaders implements LeakCase {
    private final ExecutorService pool = Pool.of(1);

    static final class Loader extends ClassLoader {
        Runnable plugin() throws Exception {
            try (InputStream in = Plugin.class.getResourceAsStream("Plugin.class")) {
                byte[] bytes = in.readAllBytes();
                Class<?> type = defineClass(Plugin.class.getName(), bytes, 0, bytes.length);
                return (Runnable) type.getConstructor().newInstance();
            }
        }
    }

    @Override
    public void work() throws Exception {
        for (int i = 0; i < 5; i++) pool.submit(Births.note(new Loader()).plugin()).get();
    }

    @Override
    public void tearDown() throws InterruptedException {
        Pool.end(pool);
    }
}
