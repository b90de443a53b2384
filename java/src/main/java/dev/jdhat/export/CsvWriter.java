// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.SortBy;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** RFC 4180. A figure that is not known is empty. */
final class CsvWriter implements ProfileWriter {
    private static final String END = "\r\n";

    @Override
    public void write(Profile profile, SortBy by, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        List<String> heading = new ArrayList<>(List.of("class", "leaf"));
        for (String figure : List.of("total", "peak", "end", "max")) {
            heading.addAll(List.of(figure + "_bytes", figure + "_blocks", figure + "_bytes_error"));
        }
        heading.addAll(List.of("lifetime_us", "temporary_blocks", "samples", "stack"));
        text.write(String.join(",", heading) + END);
        for (ProgramPoint point : profile.points()) {
            text.write(String.join(",", row(point)) + END);
        }
        text.flush();
    }

    private static List<String> row(ProgramPoint point) {
        List<String> row = new ArrayList<>();
        List<String> stack = point.stack();
        row.add(quoted(point.type()));
        row.add(quoted(stack.isEmpty() ? "" : stack.get(0)));
        for (Figure figure : List.of(point.total(), point.atPeak(), point.atEnd(), point.max())) {
            row.add(figure.known() ? String.valueOf(figure.bytes()) : "");
            row.add(figure.known() ? String.valueOf(figure.blocks()) : "");
            row.add(figure.known() ? String.valueOf(Math.round(figure.bytesError())) : "");
        }
        boolean lives = point.atEnd().known();
        row.add(lives ? String.valueOf(point.lifetime()) : "");
        row.add(lives ? String.valueOf(point.temporaryBlocks()) : "");
        row.add(String.valueOf(point.samples()));
        row.add(quoted(String.join("\n", stack)));
        return row;
    }

    /** A name that begins like a formula must not be one to a spreadsheet. */
    private static String quoted(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text
                : text;
        return '"' + SoundText.sound(safe).replace("\"", "\"\"") + '"';
    }
}
