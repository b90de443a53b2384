// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.Unit;
import java.util.regex.Pattern;

/**
 * How a DHAT file must be for the importer of the Firefox Profiler. It makes four tracks, whether
 * the figures are known or not, calls everything bytes, and shows nothing else of a file but the
 * command, which it makes the root of all stacks: so the command says what the tracks do not.
 */
final class FirefoxForm extends DhatForm {
    /** What the importer takes for a function and its place; any other text is all name. */
    private static final Pattern PLACED = Pattern.compile(".+ \\(.+\\)");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    @Override
    String command(ProfileInfo info) {
        String command = info.command().isEmpty() ? "unknown command" : info.command();
        if (info.unit() == Unit.AD_HOC) {
            return command + " [" + info.bytesName() + " of " + info.blocksName()
                    + ", not bytes; a total only]";
        }
        if (!info.lifetimes()) {
            return command + " [maximum, peak and end are not known]";
        }
        return info.sampled() || info.thinned() ? command + " [estimates]" : command;
    }

    @Override
    boolean zeros(ProfileInfo info) {
        return true;
    }

    /** Without a place there is no address either, or that would be a part of the name. */
    @Override
    String frame(int index, String text) {
        String line = CONTROL.matcher(text).replaceAll(" ");
        return PLACED.matcher(line).matches() ? super.frame(index, line) : line;
    }
}
