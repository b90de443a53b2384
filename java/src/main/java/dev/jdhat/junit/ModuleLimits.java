// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Limits for all tests of a module, from JUnit's configuration parameters. */
final class ModuleLimits {
    static final int LEAK_RUNS = 5;

    private final ExtensionContext context;

    ModuleLimits(ExtensionContext context) {
        this.context = context;
    }

    Optional<Long> maxAllocated() {
        return size("jdhat.max-allocated");
    }

    boolean noAllocation() {
        return isOn("jdhat.no-allocation");
    }

    Optional<Long> maxPeak() {
        return size("jdhat.max-peak");
    }

    boolean noLeaks() {
        return isOn("jdhat.no-leaks");
    }

    boolean profile() {
        return isOn("jdhat.profile");
    }

    Threads threads() {
        String text = context.getConfigurationParameter("jdhat.threads").orElse("this");
        try {
            return Threads.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ExtensionConfigurationException("The configuration parameter jdhat.threads is"
                    + " \"" + text + "\"; write this or all.", e);
        }
    }

    private Optional<Long> size(String key) {
        return context.getConfigurationParameter(key)
                .map(text -> ByteSize.parse(text, "The configuration parameter " + key));
    }

    private boolean isOn(String key) {
        return context.getConfigurationParameter(key).map(Boolean::parseBoolean).orElse(false);
    }
}
