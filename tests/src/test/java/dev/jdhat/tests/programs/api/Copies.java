// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.api;

import dev.jdhat.Profiler;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;

/**
 * The library and this program's classes a second and a third time, in class loaders of their own,
 * which use one session at once: Peaks in one, an ad hoc run in the other, while this copy records
 * both. Prints what each prints.
 */
public final class Copies {
    private Copies() {}

    private static void run(String program) throws Exception {
        String[] paths = System.getProperty("java.class.path").split(File.pathSeparator);
        URL[] urls = new URL[paths.length];
        for (int i = 0; i < paths.length; i++) urls[i] = new File(paths[i]).toURI().toURL();
        ClassLoader parent = ClassLoader.getPlatformClassLoader();
        try (URLClassLoader loader = new URLClassLoader(urls, parent)) {
            Class.forName("dev.jdhat.tests.programs.api." + program, true, loader)
                    .getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        }
    }

    public static void main(String[] args) throws Exception {
        try (Profiler all = Profiler.builder().testing().heap().adHoc().start();
                Profiler blocks = Profiler.builder().testing().include(Blocks.NAME).start()) {
            run("Peaks");
            run("AdHocRun");
            System.out.println("all " + blocks.stats().totalBlocks() + " blocks, "
                    + all.adHocStats().totalUnits() + " units");
        }
        System.gc();
        System.out.println("over");
    }
}
