// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.walks;

/**
 * A loader that makes its own copies of the classes of the package `fresh`, each when it is first
 * wanted: with their own places and lines, and one pattern in their names replaced.
 */
final class Fresh extends ClassLoader {
    static final String PACKAGE = "dev.jdhat.tests.programs.walks.fresh.";

    private final int firstPlace;
    private final int lines;
    private final String pattern;
    private final String name;

    Fresh(int firstPlace, int lines) {
        this(firstPlace, lines, "", "");
    }

    Fresh(int firstPlace, int lines, String pattern, String name) {
        super(Fresh.class.getClassLoader());
        this.firstPlace = firstPlace;
        this.lines = lines;
        this.pattern = pattern;
        this.name = name;
    }

    /** A new object of the class of this name in the package. */
    Runnable make(String type) {
        try {
            return (Runnable) loadClass(PACKAGE + type).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Class<?> loadClass(String type, boolean resolve) throws ClassNotFoundException {
        if (!type.startsWith(PACKAGE)) return super.loadClass(type, resolve);
        synchronized (getClassLoadingLock(type)) {
            Class<?> known = findLoadedClass(type);
            if (known != null) return known;
            byte[] bytes = bytes(type);
            return defineClass(type, bytes, 0, bytes.length);
        }
    }

    /** The class file of this loader's copy of the class. */
    byte[] bytes(String type) {
        String template = type.substring(PACKAGE.length() - "fresh.".length());
        if (!name.isEmpty()) template = template.replace(name, pattern);
        return Variant.of(template, firstPlace, lines, pattern, name);
    }
}
