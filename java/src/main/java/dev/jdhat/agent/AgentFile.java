// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.agent;

import com.fasterxml.jackson.core.JsonFactory;
import com.sun.jna.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URISyntaxException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Puts the agent's library where the JVM can load it, with jdhat.jar beside it. */
public final class AgentFile {
    private static final int HASH_DIGITS = 16;
    private static final String JAR = "jdhat.jar";

    private AgentFile() {
    }

    /**
     * A path that stays the same for the same library and user, so that scripts may keep it. The
     * library is extracted when it is not there yet, or not whole.
     */
    public static Path path() throws IOException {
        byte[] library = bytes(resource());
        Path folder = PrivateFolder.get(Release.version() + "-" + hash(library));
        Path path = folder.resolve(System.mapLibraryName("jdhat"));
        put(library, path);
        Path jar = ownJar();
        if (jar != null && !jar.equals(folder.resolve(JAR))) {
            put(Files.readAllBytes(jar), folder.resolve(JAR));
        }
        return path;
    }

    /** Name of the library among the resources; the folder is JNA's name of the platform. */
    static String resource() {
        return "/" + Platform.RESOURCE_PREFIX + "/" + System.mapLibraryName("jdhat");
    }

    static byte[] bytes(String resource) throws IOException {
        try (InputStream in = AgentFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("jdhat has no agent for " + Platform.RESOURCE_PREFIX
                        + "; build it there, or profile on a platform that README.md lists.");
            }
            return in.readAllBytes();
        }
    }

    /** Others see the old content or the new, never a part; equal content is left alone. */
    static void put(byte[] content, Path path) throws IOException {
        if (Files.isRegularFile(path) && Files.size(path) == content.length
                && Arrays.equals(Files.readAllBytes(path), content)) {
            return;
        }
        Path partial = Files.createTempFile(path.getParent(), path.getFileName().toString(), "");
        try {
            Files.write(partial, content);
            Files.move(partial, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (AccessDeniedException e) {
            throw new IOException(path + " cannot be replaced (" + e.getReason() + "); end the JVMs"
                    + " that use it, or remove its folder.", e);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return String.format("%064x", new BigInteger(1, digest)).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every JVM has SHA-256.", e);
        }
    }

    /** The jar that this class and all it needs for a report come from, or null. */
    private static Path ownJar() {
        Path own = source(AgentFile.class);
        boolean whole = own != null && own.equals(source(JsonFactory.class));
        return whole && Files.isRegularFile(own) ? own : null;
    }

    private static Path source(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null
                || !source.getLocation().getProtocol().equals("file")) {
            return null;
        }
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
