// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.agent;

/**
 * What is called too often to go through a command. The agent finds this class in every class
 * loader, registers its methods and sets its field: no library is tied to a class loader, and a
 * call costs what a JNI call costs.
 */
public final class AgentCalls {
    /** Whether ad hoc events are recorded now; written by the agent only. */
    public static volatile boolean adHoc;

    private static volatile boolean bound;

    private AgentCalls() {
    }

    /** Lets an agent that is there already find this class; false when there is none. */
    public static boolean bind() {
        if (!bound && SelfAttach.isAgentHere()) {
            SelfAttach.run("bind");
            bound = true;
        }
        return bound;
    }

    /**
     * Says whether the calling thread does jdhat's own work from now on: what it allocates then is
     * not the program's and is not counted.
     *
     * @return what was said before
     */
    public static boolean own(boolean on) {
        return bound && setOwn(on);
    }

    /**
     * Counts one ad hoc event; only while {@link #adHoc} is, or was, true. Kind 0 has no name;
     * weights are positive.
     */
    public static native void event(int kind, long weight);

    /** The number of a kind for the life of the process; 0 when the agent has no memory for it. */
    public static native int kind(String name);

    /** No effect on a virtual thread, which may leave its carrier to another one at any time. */
    private static native boolean setOwn(boolean on);
}
