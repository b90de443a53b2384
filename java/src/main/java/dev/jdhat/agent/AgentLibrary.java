// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.agent;

import com.sun.jna.JNIEnv;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.nio.file.Path;
import java.util.Map;

/**
 * The functions of jdhat.h, in its order. Loaded by JNA and never by System.load, which would tie
 * the agent to a class loader and crash the JVM when that is collected. Mapped directly, because
 * only so does JNA hand over the JNIEnv.
 */
final class AgentLibrary {
    private static boolean loaded;

    private AgentLibrary() {
    }

    static native int jdhat_abi_version();

    static native String jdhat_version();

    /** Room that every answer finds enough. */
    static final int REPLY_MAX = 65536;

    /**
     * 0 when the agent did what the options say; pass {@link JNIEnv#CURRENT}. The answer goes into
     * {@code reply}, {@code size} bytes.
     */
    static native int jdhat_attach(JNIEnv env, String options, Pointer reply, int size);

    static synchronized boolean isLoaded() {
        return loaded;
    }

    /** Loads the library once; the agent keeps itself loaded for the life of the process. */
    static synchronized void load(Path library) {
        if (!loaded) {
            Native.register(AgentLibrary.class, NativeLibrary.getInstance(library.toString(),
                    Map.of(Library.OPTION_STRING_ENCODING, "UTF-8")));
            loaded = true;
        }
    }
}
