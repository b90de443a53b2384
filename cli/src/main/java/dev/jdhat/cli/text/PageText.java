// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.text;

import dev.jdhat.page.FoldedProfile;
import dev.jdhat.page.PageData;
import dev.jdhat.profile.ProfileInfo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** What is said of a page that was made. */
public final class PageText {
    private static final MathContext TWO_DIGITS = new MathContext(2);

    private PageText() {}

    /** Where it is, how large it is, and what is folded in it. */
    public static List<String> lines(PageData page, String file, long bytes) {
        FoldedProfile profile = page.profile();
        int sites = profile.profile().points().size() - (profile.points() > 0 ? 1 : 0);
        List<String> lines = new ArrayList<>();
        lines.add(
                "jdhat: The page has been saved to "
                        + file
                        + ": "
                        + Units.count(sites)
                        + (sites == 1 ? " site, " : " sites, ")
                        + Units.count(bytes)
                        + " bytes; any browser shows it");
        if (profile.points() > 0) {
            lines.add(folded(page));
        }
        return lines;
    }

    private static String folded(PageData page) {
        FoldedProfile profile = page.profile();
        ProfileInfo info = profile.profile().info();
        return "jdhat: "
                + Units.count(profile.points())
                + " more are together in "
                + FoldedProfile.FRAME
                + ": each has at most "
                + percent(page.threshold())
                + " of any figure, all of them "
                + Units.percent(profile.total().bytes(), profile.profile().total().bytes())
                + " of the "
                + info.bytesName()
                + " over the run; --threshold=0 keeps them";
    }

    private static String percent(double share) {
        BigDecimal percent = BigDecimal.valueOf(100 * share).round(TWO_DIGITS);
        return percent.stripTrailingZeros().toPlainString() + " %";
    }
}
