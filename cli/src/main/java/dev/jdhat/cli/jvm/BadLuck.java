// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.jvm;

import dev.jdhat.cli.CommandFailed;

import java.util.List;

/** Why a JVM cannot be reached: one sentence for each reason, with the way out. */
final class BadLuck {
    private BadLuck() {}

    static CommandFailed gone(long pid) {
        return new CommandFailed(
                "no process has the id " + pid + " (any more); 'jdhat ps' lists the JVMs");
    }

    static CommandFailed ourselves(long pid) {
        return new CommandFailed(
                "process " + pid + " is jdhat itself; 'jdhat ps' lists the other JVMs");
    }

    static CommandFailed notJvm(long pid) {
        return new CommandFailed(
                "process " + pid + " is not a HotSpot JVM; 'jdhat ps' lists the JVMs");
    }

    static CommandFailed otherUser(long pid, String owner, String user) {
        return new CommandFailed(
                "process "
                        + pid
                        + " belongs to "
                        + owner
                        + " and jdhat runs as "
                        + user
                        + "; run it as the owner: sudo -u "
                        + owner
                        + " jdhat …");
    }

    static CommandFailed booting(long pid) {
        return new CommandFailed(
                "process " + pid + " is a JVM that is still starting; try again in a few seconds");
    }

    static CommandFailed attachDisabled(long pid) {
        return new CommandFailed(
                "process "
                        + pid
                        + " does not let anyone attach (-XX:+DisableAttachMechanism); start it"
                        + " without that option, or with -agentpath:$(jdhat agent-path)");
    }

    static CommandFailed stopped(long pid) {
        return new CommandFailed(
                "process "
                        + pid
                        + " is stopped (by SIGSTOP, Ctrl-Z or a debugger) and cannot answer;"
                        + " let it go on: kill -CONT "
                        + pid);
    }

    static CommandFailed silent(long pid) {
        return new CommandFailed(
                "process "
                        + pid
                        + " does not answer; it is busy, ending, or was started with"
                        + " -XX:+DisableAttachMechanism: try again, or start it with"
                        + " -agentpath:$(jdhat agent-path)");
    }

    static CommandFailed loadingDisabled(long pid) {
        return new CommandFailed(
                "process "
                        + pid
                        + " does not let anyone load an agent (-XX:-EnableDynamicAgentLoading);"
                        + " start it with -XX:+EnableDynamicAgentLoading, or with"
                        + " -agentpath:$(jdhat agent-path)=start=idle");
    }

    static CommandFailed tooOld(long pid, String version) {
        return new CommandFailed(
                "process "
                        + pid
                        + " runs on Java "
                        + version
                        + ", and jdhat profiles 11 and newer; run the program on a newer JVM");
    }

    static CommandFailed otherVm(long pid, String name) {
        return new CommandFailed(
                "process "
                        + pid
                        + " runs on "
                        + name
                        + ", and jdhat profiles HotSpot only; run the program on an OpenJDK build");
    }

    static CommandFailed noAttachModule() {
        return new CommandFailed(
                "this Java ("
                        + System.getProperty("java.home")
                        + ") has no module jdk.attach, as a JRE has not; run jdhat on a JDK: set"
                        + " JAVA_HOME to one");
    }

    static CommandFailed notLoadable(long pid, String library, String reason) {
        return new CommandFailed(
                "process "
                        + pid
                        + " cannot load "
                        + library
                        + " ("
                        + reason
                        + "); it must be readable for the user of that process and fit the JVM's"
                        + " architecture");
    }

    static CommandFailed otherVersion(long pid, String theirs, String ours) {
        return new CommandFailed(
                "process "
                        + pid
                        + " holds jdhat "
                        + theirs
                        + " and this is jdhat "
                        + ours
                        + "; use jdhat "
                        + theirs
                        + " for it, or start the process again");
    }

    static CommandFailed noAnswer(long pid) {
        return new CommandFailed(
                "the agent in process "
                        + pid
                        + " was loaded but gave no answer; what it says is on the stderr of that"
                        + " process");
    }

    static CommandFailed notLoaded(long pid) {
        return new CommandFailed(
                "jdhat is not in process " + pid + "; start it with: jdhat start " + pid);
    }

    static CommandFailed unknownName(String name) {
        return new CommandFailed(
                "no JVM has '" + name + "' in the name of its main class; 'jdhat ps' lists them");
    }

    static CommandFailed severalNames(String name, List<Jvm> jvms) {
        StringBuilder list = new StringBuilder();
        for (Jvm jvm : jvms) {
            list.append(list.length() == 0 ? "" : ", ")
                    .append(jvm.pid())
                    .append(" (")
                    .append(jvm.shortName())
                    .append(')');
        }
        return new CommandFailed(
                "'" + name + "' fits " + jvms.size() + " JVMs: " + list + "; give the process id");
    }
}
