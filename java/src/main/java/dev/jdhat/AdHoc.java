// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat;

import dev.jdhat.agent.AgentCalls;
import java.util.Objects;

/**
 * DHAT's third mode: any cost per stack. An event has a weight in whatever unit the program likes
 * (polls, bytes copied, rows read); a profile tells how many events and how many units came from
 * each stack.
 *
 * <pre>{@code
 * private static final AdHoc.Kind COPIED = AdHoc.kind("bytes copied");
 *
 * void copy(byte[] from, byte[] to) {
 *     System.arraycopy(from, 0, to, 0, from.length);
 *     COPIED.event(from.length);
 * }
 * }</pre>
 *
 * <p>While no session records ad hoc events an event reads one field and returns. All methods may
 * be called by any thread, also on a virtual one.
 */
public final class AdHoc {
    private static final Kind UNNAMED = new Kind("");

    static {
        bindToAgent();
    }

    private AdHoc() {
    }

    /** With an agent that was there before this class its events count from the first one on. */
    private static void bindToAgent() {
        try {
            AgentCalls.bind();
        } catch (IllegalStateException e) {
            System.err.println("jdhat: ad hoc events are not recorded: " + e.getMessage());
        }
    }

    /**
     * Counts one event at the caller's stack, when a session records ad hoc events.
     *
     * @param weight units; an event of 0 units is not recorded
     * @throws IllegalArgumentException when the weight is negative and events are recorded
     */
    public static void event(long weight) {
        if (AgentCalls.adHoc) {
            UNNAMED.record(weight);
        }
    }

    /**
     * Names a kind of event, so that several costs keep apart in one profile: its name is the leaf
     * of its stacks. Keep the kind, in a constant for example; kinds of equal names are one.
     *
     * @throws IllegalArgumentException when the name is empty
     */
    public static Kind kind(String name) {
        if (Objects.requireNonNull(name).isEmpty()) {
            throw new IllegalArgumentException("A kind of event needs a name.");
        }
        return new Kind(name);
    }

    /** A named kind of event. */
    public static final class Kind {
        private final String name;
        /** The agent's number, once it was asked; the same for the life of the process. */
        private int number;

        private Kind(String name) {
            this.name = name;
        }

        public String name() {
            return name;
        }

        /**
         * As {@link AdHoc#event(long)}.
         *
         * @param weight units; an event of 0 units is not recorded
         * @throws IllegalArgumentException when the weight is negative and events are recorded
         */
        public void event(long weight) {
            if (AgentCalls.adHoc) {
                record(weight);
            }
        }

        private void record(long weight) {
            if (weight < 0) {
                throw new IllegalArgumentException("An event's weight cannot be negative: "
                        + weight);
            }
            if (number == 0 && !name.isEmpty()) {
                number = AgentCalls.kind(name);
            }
            if (weight > 0) {
                AgentCalls.event(number, weight);
            }
        }
    }
}
