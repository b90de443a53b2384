// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs;

import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Makes as many classes as the first argument says, of the pattern TemplateNNNNNN, in loaders of
 * as many as the second says. Each makes one block of its own class, 16 bytes, under `use`. With
 * a third argument the loaders are dropped and, every tenth time, collected. Says how many of the
 * loaders are gone at the end.
 */
public final class ManyClasses {
    static final String NAME = Template000000.class.getName();
    static final List<Object> kept = new ArrayList<>();
    static final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();

    private ManyClasses() {}

    static final class Loader extends ClassLoader {
        private final byte[] template;

        Loader(byte[] template) {
            super(ManyClasses.class.getClassLoader());
            this.template = template;
        }

        Supplier<?> make(int number) throws Exception {
            byte[] name = String.format("Template%06d", number).getBytes(StandardCharsets.US_ASCII);
            byte[] bytes = template.clone();
            for (int i = 0; i + name.length <= bytes.length; i++) {
                if (isHere(bytes, i)) System.arraycopy(name, 0, bytes, i, name.length);
            }
            Class<?> type = defineClass(null, bytes, 0, bytes.length);
            return (Supplier<?>) type.getConstructor().newInstance();
        }
    }

    static boolean isHere(byte[] bytes, int at) {
        String name = "Template000000";
        for (int i = 0; i < name.length(); i++) {
            if (bytes[at + i] != name.charAt(i)) return false;
        }
        return true;
    }

    static void use(Supplier<?> made) {
        Thing.sink = made.get();
    }

    static void fill(byte[] template, int first, int count, boolean drop) throws Exception {
        Loader loader = new Loader(template);
        loaders.add(new WeakReference<>(loader));
        if (!drop) kept.add(loader);
        for (int i = 0; i < count; i++) use(loader.make(first + i));
        Thing.sink = null;
    }

    public static void main(String[] args) throws Exception {
        byte[] template;
        try (InputStream in = ManyClasses.class.getResourceAsStream("Template000000.class")) {
            template = in.readAllBytes();
        }
        int count = Integer.parseInt(args[0]);
        int each = Integer.parseInt(args[1]);
        boolean drop = args.length > 2;
        for (int i = 0; i < count / each; i++) {
            fill(template, 1 + i * each, each, drop);
            if (drop && i % 10 == 9) System.gc();
        }
        Stage.say(loaders.stream().filter(loader -> loader.get() == null).count() + " gone");
    }
}
