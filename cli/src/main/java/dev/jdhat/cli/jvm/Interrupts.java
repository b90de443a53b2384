// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.jvm;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Ctrl-C and SIGTERM while a command waits: what was begun is still brought to its end. The class
 * of the JDK that does this is used by reflection, because the compiler warns of it and there is no
 * other.
 */
final class Interrupts {
    private final Object interruptBefore;
    private final Object terminateBefore;

    private Interrupts(Runnable onInterrupt, Runnable onTerminate) {
        interruptBefore = handle("INT", handler(onInterrupt));
        terminateBefore = handle("TERM", handler(onTerminate));
    }

    /** Runs the actions instead of ending the JVM when a signal comes, until {@link #restore}. */
    static Interrupts handle(Runnable onInterrupt, Runnable onTerminate) {
        return new Interrupts(onInterrupt, onTerminate);
    }

    void restore() {
        handle("INT", interruptBefore);
        handle("TERM", terminateBefore);
    }

    private static Object handler(Runnable action) {
        try {
            Class<?> type = Class.forName("sun.misc.SignalHandler");
            return Proxy.newProxyInstance(
                    Interrupts.class.getClassLoader(),
                    new Class<?>[] {type},
                    (proxy, method, arguments) -> answer(proxy, method, arguments, action));
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private static Object answer(Object proxy, Method method, Object[] arguments, Runnable action) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> "jdhat";
            default -> {
                action.run();
                yield null;
            }
        };
    }

    // Null where nothing was set: a JVM with -Xrs or without the class. Ctrl-C then ends jdhat as
    // it
    // ends any program.
    private static Object handle(String name, Object handler) {
        if (handler == null) {
            return null;
        }
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            Object number = signal.getConstructor(String.class).newInstance(name);
            return signal.getMethod("handle", signal, handlerType).invoke(null, number, handler);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
