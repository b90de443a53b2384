// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import dev.jdhat.profile.ProfileInfo;

/** What makes a profile unfit to be judged: a wrong answer is worse than none. */
final class Doubts {
    private Doubts() {
    }

    /** @throws IllegalStateException with the reason and the way out */
    static void check(ProfileInfo info, Quantity quantity) {
        if (info.sampled()) {
            long interval = info.sampling().asked();
            throw new IllegalStateException("A heap usage test needs to see every block, and the"
                    + " session that runs samples "
                    + (interval == 0 ? "beyond its budget" : "every " + Text.bytes(interval))
                    + "; start it with interval=0, or leave it to the test.");
        }
        if (info.lost().blocks() > 0) {
            throw new IllegalStateException(Text.blocks(info.lost().blocks()) + " found no room in"
                    + " the agent and were not counted; measure less at once.");
        }
        if (quantity == Quantity.ALLOCATED) {
            return;
        }
        if (!info.lifetimes()) {
            throw new IllegalStateException("What is held cannot be known under "
                    + info.collector() + " when every block is seen; run the tests with another"
                    + " collector, for example -XX:+UseG1GC.");
        }
        if (info.thinned() || info.untracked().blocks() > 0) {
            throw new IllegalStateException("The agent had no memory left to watch every block, so"
                    + " what is held is not known exactly; measure less at once.");
        }
    }
}
