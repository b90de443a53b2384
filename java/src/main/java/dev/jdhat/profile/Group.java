// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.profile;

/** Sites with something in common, and the sum of one of their figures; immutable. */
public final class Group {
    private final String name;
    private final int sites;
    private final Figure figure;

    Group(String name, int sites, Figure figure) {
        this.name = name;
        this.sites = sites;
        this.figure = figure;
    }

    /** What they have in common; empty where it is not known. */
    public String name() {
        return name;
    }

    public int sites() {
        return sites;
    }

    public Figure figure() {
        return figure;
    }

    Group with(Figure other) {
        return new Group(name, sites + 1, figure.plus(other));
    }

    @Override
    public String toString() {
        return name + ": " + figure + " at " + sites + " sites";
    }
}
