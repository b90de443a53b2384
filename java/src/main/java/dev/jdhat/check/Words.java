// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.check;

import dev.jdhat.compare.Difference;
import dev.jdhat.profile.Figure;
import dev.jdhat.profile.InWords;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.SortBy;
import java.util.Locale;

/** What outcomes say. */
final class Words {
    /** How many sites an outcome names. */
    static final int SITES = 5;

    private Words() {
    }

    static String unknown(SortBy by) {
        return "what was there " + by.text() + " is not known";
    }

    /** As in {@code 1,256 bytes in 6 blocks}, with one standard error where there is one. */
    static String figure(Figure figure, ProfileInfo info) {
        String error = figure.bytesError() == 0 ? ""
                : " ± " + InWords.count(Math.round(figure.bytesError()));
        return InWords.count(figure.bytes()) + error + " " + info.bytesName() + " in "
                + InWords.count(figure.blocks()) + " " + info.blocksName();
    }

    static String bytes(long bytes, ProfileInfo info) {
        return InWords.count(bytes) + " " + info.bytesName();
    }

    /** As in {@code 1.52x: }; empty where there was nothing before. */
    static String ratio(Difference difference) {
        return difference.before().bytes() == 0 ? ""
                : String.format(Locale.ROOT, "%.2fx: ", difference.ratio());
    }

    static String sites(int count) {
        return InWords.counted(count, "site");
    }
}
