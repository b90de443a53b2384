// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import dev.jdhat.profile.Figure;
import java.util.List;

/** Asks nothing: the profile is what is wanted. */
final class ProfileOnly implements Judge {
    @Override
    public Quantity quantity() {
        return Quantity.PEAK;
    }

    @Override
    public Verdict judge(String test, Measured measured) {
        Figure total = measured.profile().total();
        return new Verdict("profile", total.bytes(), total.blocks(), "", List.of());
    }
}
