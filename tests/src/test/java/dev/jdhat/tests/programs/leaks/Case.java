// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.util.function.Supplier;

/** A row of the table: what is true of a case. */
public final class Case {
    private final Supplier<LeakCase> maker;
    private final boolean leak;
    private int since = 11;
    private int first;
    private int growth;
    private boolean soft;
    private String leaking = Payload.class.getName();
    private int leaked;
    private String option = "";

    Case(Supplier<LeakCase> maker, boolean leak) {
        this.maker = maker;
        this.leak = leak;
        survivors(leak ? LeakCase.N : 0);
    }

    /** Of each call, so many Payloads stay. */
    Case survivors(int payloads) {
        first = payloads;
        growth = payloads;
        leaked = payloads;
        return this;
    }

    /** So many Payloads stay of the first call; later ones add none. */
    Case held(int payloads) {
        first = payloads;
        growth = 0;
        return this;
    }

    /** What stays is softly reachable: a collector may take it at any time. */
    Case soft() {
        soft = true;
        return survivors(LeakCase.N);
    }

    /** So many blocks of another class than Payload leak with each call. */
    Case leaking(String className, int blocks) {
        leaking = className;
        leaked = blocks;
        return this;
    }

    Case since(int version) {
        since = version;
        return this;
    }

    /** True only of a JVM that was started with this option. */
    Case option(String jvmOption) {
        option = jvmOption;
        return this;
    }

    public LeakCase make() {
        return maker.get();
    }

    public String name() {
        return make().getClass().getSimpleName() + (option.isEmpty() ? "" : " " + option);
    }

    public boolean leak() {
        return leak;
    }

    /** The first Java version that can run it. */
    public int since() {
        return since;
    }

    /** Payloads that are alive after so many calls and a full collection. */
    public int payloadsAfter(int calls) {
        return calls == 0 ? 0 : first + growth * (calls - 1);
    }

    public boolean isSoft() {
        return soft;
    }

    /** The class that leaks. */
    public String leaking() {
        return leaking;
    }

    /** How many blocks of it each call leaks. */
    public int leaked() {
        return leaked;
    }

    /** What the JVM has to be started with, or the empty text. */
    public String option() {
        return option;
    }
}
