// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.programs.leaks;

import java.util.ArrayList;
import java.util.List;

/** Instances of an inner class keep the outer ones. 100 of 100 Payloads stay: a leak. */
public final class InnerInstances implements LeakCase {
    private final List<Screen.Button> buttons = new ArrayList<>();

    static final class Screen {
        private final Payload payload = new Payload();

        final class Button {
            void press() {
                payload.touch();
            }
        }
    }

    @Override
    public void work() {
        for (int i = 0; i < N; i++) buttons.add(new Screen().new Button());
    }

    @Override
    public void tearDown() {
        buttons.clear();
    }
}
