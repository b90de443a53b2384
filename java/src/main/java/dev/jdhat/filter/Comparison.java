// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.filter;

/** How a figure and a limit are compared; each sign before those that it begins with. */
enum Comparison {
    AT_MOST("<=") {
        @Override
        boolean holds(double figure, double limit) {
            return figure <= limit;
        }
    },
    AT_LEAST(">=") {
        @Override
        boolean holds(double figure, double limit) {
            return figure >= limit;
        }
    },
    NOT("!=") {
        @Override
        boolean holds(double figure, double limit) {
            return figure < limit || figure > limit;
        }
    },
    LESS("<") {
        @Override
        boolean holds(double figure, double limit) {
            return figure < limit;
        }
    },
    MORE(">") {
        @Override
        boolean holds(double figure, double limit) {
            return figure > limit;
        }
    },
    EQUAL("=") {
        @Override
        boolean holds(double figure, double limit) {
            return figure == limit;
        }
    };

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }

    /** False when one of them is NaN. */
    abstract boolean holds(double figure, double limit);
}
