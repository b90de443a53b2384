// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.jvm;

import com.sun.tools.attach.VirtualMachine;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The JVMs of this machine that this user may see, without ourselves. */
public final class Jvms {
    private Jvms() {}

    /** All of them, by process id. */
    public static List<Jvm> all() {
        requireAttach();
        return Listing.jvms();
    }

    /**
     * The process that {@code name} means: a process id, or a part of the main class of one JVM.
     */
    public static long find(String name) {
        requireAttach();
        return name.matches("\\d{1,18}") ? Long.parseLong(name) : pick(name, all());
    }

    // Asked before any class is linked that uses the module.
    private static void requireAttach() {
        if (ModuleLayer.boot().findModule("jdk.attach").isEmpty()) {
            throw BadLuck.noAttachModule();
        }
    }

    static long pick(String name, List<Jvm> jvms) {
        // Every name contains the empty one, which a script with an unset variable may give.
        List<Jvm> fitting =
                jvms.stream()
                        .filter(jvm -> !name.isBlank() && jvm.shortName().contains(name))
                        .collect(Collectors.toList());
        if (fitting.isEmpty()) {
            throw BadLuck.unknownName(name);
        }
        if (fitting.size() > 1) {
            throw BadLuck.severalNames(name, fitting);
        }
        return fitting.get(0).pid();
    }

    // A class of its own, so that a Java without jdk.attach gets as far as the message about it.
    private static final class Listing {
        static List<Jvm> jvms() {
            long ourselves = ProcessHandle.current().pid();
            return VirtualMachine.list().stream()
                    .filter(vm -> vm.id().matches("\\d+"))
                    .map(vm -> new Jvm(Long.parseLong(vm.id()), vm.displayName()))
                    .filter(jvm -> jvm.pid() != ourselves)
                    .sorted(Comparator.comparingLong(Jvm::pid))
                    .collect(Collectors.toList());
        }
    }
}
