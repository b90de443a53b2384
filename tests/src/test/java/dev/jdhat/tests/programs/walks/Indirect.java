// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.walks;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Calls that are not plain ones: method handles, lambdas, reflection, proxies, hidden classes and
 * the concatenation of strings. Arguments: rounds, and calls of each kind in a round, a block each.
 */
public final class Indirect {
    private static final MethodHandles.Lookup lookup = MethodHandles.lookup();

    private final int place;

    private Indirect(int place) {
        this.place = place;
    }

    static void leaf(int place) {
        Place.sink = new float[Place.at(place)];
    }

    @Override
    public String toString() {
        leaf(place);
        return "text";
    }

    static boolean isEven(int place) {
        return place % 2 == 0;
    }

    static void handles(int calls) throws Throwable {
        MethodHandle leaf = lookup.findStatic(
                Indirect.class, "leaf", methodType(void.class, int.class));
        MethodHandle even = lookup.findStatic(
                Indirect.class, "isEven", methodType(boolean.class, int.class));
        MethodHandle choice = MethodHandles.guardWithTest(
                even, leaf, MethodHandles.filterArguments(leaf, 0,
                        MethodHandles.identity(int.class)));
        MethodHandle bound = MethodHandles.insertArguments(leaf, 0, 3);
        MethodHandle wide = MethodHandles.dropArguments(leaf, 1, String.class, long.class);
        for (int i = 0; i < calls; i++) {
            leaf.invokeExact(1);
            leaf.invoke(Integer.valueOf(2));
            bound.invokeExact();
            choice.invokeExact(4);
            choice.invokeExact(5);
            wide.invokeExact(6, "x", 7L);
            leaf.invokeWithArguments(7);
        }
    }

    static void lambdas(int calls) {
        IntConsumer reference = Indirect::leaf;
        IntConsumer body = i -> Place.sink = new float[Place.at(i)];
        IntConsumer both = reference.andThen(i -> leaf(i + 2));
        for (int i = 0; i < calls; i++) {
            int captured = i % 2;
            Runnable capturing = () -> leaf(10 + captured);
            capturing.run();
            reference.accept(12);
            body.accept(13);
            both.accept(14);
        }
        IntStream.range(0, calls).map(i -> 17).forEach(Indirect::leaf);
    }

    static void reflection(int calls) throws Exception {
        Method leaf = Indirect.class.getDeclaredMethod("leaf", int.class);
        InvocationHandler handler = (proxy, method, arguments) -> {
            leaf((Integer) arguments[0]);
            return null;
        };
        IntConsumer proxy = (IntConsumer) Proxy.newProxyInstance(
                Indirect.class.getClassLoader(), new Class<?>[] {IntConsumer.class}, handler);
        for (int i = 0; i < calls; i++) {
            leaf.invoke(null, 20);
            proxy.accept(21);
        }
    }

    static void concatenation(int calls) {
        Indirect first = new Indirect(30);
        Indirect second = new Indirect(31);
        for (int i = 0; i < calls; i++) {
            Place.sink = "a " + first + i;
            Place.sink = i + second.toString() + 'c';
        }
    }

    /** Release 15 and newer, hence by reflection; on older ones in loaders. */
    static Runnable hidden(int version) throws Exception {
        byte[] bytes = Variant.of("fresh.Leaf", 100 + 2 * version, 50 * version);
        Class<?> option;
        try {
            option = Class.forName(MethodHandles.Lookup.class.getName() + "$ClassOption");
        } catch (ClassNotFoundException e) {
            return new Fresh(100 + 2 * version, 50 * version).make("Leaf");
        }
        Object none = Array.newInstance(option, 0);
        Class<?> neighbour = Class.forName(Fresh.PACKAGE + "Leaf");
        MethodHandles.Lookup made = (MethodHandles.Lookup) MethodHandles.Lookup.class
                .getMethod("defineHiddenClass", byte[].class, boolean.class, none.getClass())
                .invoke(MethodHandles.privateLookupIn(neighbour, lookup), bytes, true, none);
        return (Runnable) made.lookupClass().getConstructor().newInstance();
    }

    static void hiddenClasses(int calls) throws Exception {
        for (int version = 0; version < 10; version++) {
            Runnable made = hidden(version);
            for (int i = 0; i < calls / 10; i++) made.run();
        }
    }

    public static void main(String[] args) throws Throwable {
        int rounds = Integer.parseInt(args[0]);
        int calls = Integer.parseInt(args[1]);
        for (int i = 0; i < rounds; i++) {
            handles(calls);
            lambdas(calls);
            reflection(calls);
            concatenation(calls);
            hiddenClasses(calls);
        }
        Place.tell();
    }
}
