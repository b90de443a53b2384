// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs;

import java.io.IOException;

/** How a program and its test keep in step: the program says where it is and waits for a line. */
final class Stage {
    private Stage() {}

    /** Prints the word and returns at once. */
    static void say(String word) {
        System.out.println(word);
        System.out.flush();
    }

    /** Prints the word, then waits for a line; ends the program when its test is gone. */
    static void pause(String word) {
        say(word);
        try {
            int c = System.in.read();
            while (c != '\n') {
                if (c < 0) {
                    Runtime.getRuntime().halt(99);
                }
                c = System.in.read();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs the task on a new thread and waits for its end. */
    static void onNewThread(Runnable task) {
        Thread thread = new Thread(task, "worker");
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
