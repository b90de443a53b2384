// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;

/**
 * A class in a loader of its own calls System.load on the agent's library; the loader is dropped
 * and collected; then 1,000 Thing are made in `after`. Argument: the library. Says `collected`.
 */
public final class DroppedLoader {
    private DroppedLoader() {}

    /** Loaded a second time, by the loader that is dropped. */
    public static final class Loads implements Runnable {
        private final String library;

        public Loads(String library) {
            this.library = library;
        }

        @Override
        public void run() {
            System.load(library);
        }
    }

    static WeakReference<ClassLoader> loadAndDrop(String library) throws Exception {
        URL classes = new File(System.getProperty("java.class.path")).toURI().toURL();
        ClassLoader loader = new URLClassLoader(new URL[] {classes}, null);
        Class<?> loads = Class.forName(Loads.class.getName(), true, loader);
        ((Runnable) loads.getConstructor(String.class).newInstance(library)).run();
        return new WeakReference<>(loader);
    }

    static void after() {
        for (int i = 0; i < 1000; i++) Thing.sink = new Thing(i);
    }

    public static void main(String[] args) throws Exception {
        WeakReference<ClassLoader> loader = loadAndDrop(args[0]);
        for (int i = 0; i < 100 && loader.get() != null; i++) System.gc();
        Stage.say(loader.get() == null ? "collected" : "held");
        after();
    }
}
