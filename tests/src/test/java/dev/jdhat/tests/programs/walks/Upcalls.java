// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.walks;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.security.AccessController;
import java.security.PrivilegedAction;

/**
 * The VM in the middle of the stack: it runs class initialisers, asks a class loader, and calls
 * through the native half of reflection. Arguments: rounds, and calls of each kind in a round.
 */
public final class Upcalls {
    private static final int DIFFERENT = 1000;

    private final int place;

    public Upcalls(Integer place) {
        this.place = place;
        leaf(place);
    }

    static void leaf(int place) {
        Place.sink = new float[Place.at(place)];
    }

    /** The VM asks it for the class Third, in the middle of an initialiser. */
    static final class Asked extends ClassLoader {
        private final Fresh fresh;
        private final int places;

        Asked(int places) {
            super(Upcalls.class.getClassLoader());
            this.places = places;
            fresh = new Fresh(places, places % 1000);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(Fresh.PACKAGE)) return super.loadClass(name, resolve);
            if (name.endsWith("Third")) leaf(places + 9);
            byte[] bytes = fresh.bytes(name);
            return defineClass(name, bytes, 0, bytes.length);
        }
    }

    static void initialisers(int places) throws Exception {
        Runnable chain = (Runnable) new Asked(places).loadClass(Fresh.PACKAGE + "Chain")
                .getConstructor().newInstance();
        for (int i = 0; i < 3000; i++) chain.run();
    }

    static void privileged(int calls) {
        PrivilegedAction<Upcalls> action = () -> new Upcalls(1);
        for (int i = 0; i < calls; i++) {
            AccessController.doPrivileged(action);
            AccessController.doPrivileged(
                    (PrivilegedAction<Upcalls>) () -> AccessController.doPrivileged(nested));
        }
    }

    private static final PrivilegedAction<Upcalls> nested = () -> new Upcalls(2);

    static void reflection(int calls) throws Exception {
        Method leaf = Upcalls.class.getDeclaredMethod("leaf", int.class);
        Method again = Upcalls.class.getDeclaredMethod("again", Method.class, int.class);
        Constructor<Upcalls> made = Upcalls.class.getConstructor(Integer.class);
        for (int i = 0; i < calls; i++) {
            leaf.invoke(null, 3);
            again.invoke(null, leaf, 4);
            again.invoke(null, leaf, 5);
            made.newInstance(6);
        }
    }

    /** The stack goes through the VM twice; the two lines hold two places. */
    static void again(Method leaf, int place) throws Exception {
        if (place == 4) leaf.invoke(null, place);
        else
            leaf.invoke(null, place);
    }

    public static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args[0]);
        int calls = Integer.parseInt(args[1]);
        for (int i = 0; i < rounds; i++) {
            initialisers(100 + 10 * (i % DIFFERENT));
            privileged(calls);
            reflection(calls);
        }
        Place.tell();
    }
}
