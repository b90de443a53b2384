// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs;

/**
 * 200,000 Thing in `loop`, which is compiled meanwhile. For that the JVM makes the String constants
 * of this class, on the thread that is in the loop; the program itself makes no String there, nor
 * does it load a class.
 */
public final class Constants {
    private Constants() {}

    static void loop() {
        for (int i = 0; i < 200_000; i++) Thing.sink = new Thing(i);
    }

    static String neverCalled(int i) {
        return i == 0 ? "a constant" : i == 1 ? "a second one" : "and a third one";
    }

    public static void main(String[] args) {
        Thing.sink = new Thing();
        loop();
        if (args.length > 9) Stage.say(neverCalled(args.length));
    }
}
