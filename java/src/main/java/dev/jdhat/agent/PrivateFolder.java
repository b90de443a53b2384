// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.agent;

import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Finds a folder that only this user can write to, the same in every JVM of the user. */
final class PrivateFolder {
    private static final Set<PosixFilePermission> OTHERS_MAY_WRITE =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private PrivateFolder() {
    }

    /** The folder of that name in the user's cache, or else in the temporary folder. */
    static Path get(String name) throws IOException {
        return get(name, System.getenv(), System.getProperty("user.home", ""),
                Path.of(System.getProperty("java.io.tmpdir")));
    }

    static Path get(String name, Map<String, String> environment, String home, Path temporary)
            throws IOException {
        Path cache = cache(environment, home);
        if (cache != null) {
            try {
                return create(cache.resolve("jdhat"), name);
            } catch (IOException e) {
                // A home that cannot be written is common in containers: use the other place.
            }
        }
        return create(temporary.resolve("jdhat-" + System.getProperty("user.name")), name);
    }

    private static Path cache(Map<String, String> environment, String home) {
        String named = environment.get(Platform.isWindows() ? "LOCALAPPDATA" : "XDG_CACHE_HOME");
        if (named != null && Path.of(named).isAbsolute()) {
            return Path.of(named);
        }
        if (home.isEmpty() || !Path.of(home).isAbsolute()) {
            return null;
        }
        if (Platform.isWindows()) {
            return Path.of(home, "AppData", "Local");
        }
        return Platform.isMac() ? Path.of(home, "Library", "Caches") : Path.of(home, ".cache");
    }

    private static Path create(Path parent, String name) throws IOException {
        createOne(parent);
        Path folder = parent.resolve(name);
        createOne(folder);
        return folder;
    }

    private static void createOne(Path folder) throws IOException {
        boolean posix = !Platform.isWindows();
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(folder.getParent());
            try {
                if (posix) {
                    Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
                } else {
                    Files.createDirectory(folder);
                }
            } catch (java.nio.file.FileAlreadyExistsException e) {
                // Another JVM was faster; what it made is checked like any other.
            }
        }
        if (posix) {
            check(folder);
        }
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) || !Files.isWritable(folder)) {
            throw new IOException(folder + " is no folder that can be written.");
        }
    }

    private static void check(Path folder) throws IOException {
        Set<PosixFilePermission> permissions =
                Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS);
        permissions.retainAll(OTHERS_MAY_WRITE);
        String user = System.getProperty("user.name");
        String owner = Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).getName();
        boolean named = user != null && !user.equals("?") && !Character.isDigit(owner.charAt(0));
        if (!permissions.isEmpty() || named && !owner.equals(user)) {
            throw new IOException(folder + " can be written by others; remove it, or set"
                    + " XDG_CACHE_HOME to a folder of your own.");
        }
    }
}
