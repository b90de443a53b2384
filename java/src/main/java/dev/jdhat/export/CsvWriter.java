// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.SortBy;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** RFC 4180. A figure that is not known is empty. */
final class CsvWriter implements ProfileWriter {
    @Override
    public void write(Profile profile, SortBy by, OutputStream out) throws IOException {
        List<String> heading = new ArrayList<>(List.of("class", "leaf"));
        for (String figure : List.of("total", "peak", "end", "max")) {
            heading.addAll(List.of(figure + "_bytes", figure + "_blocks", figure + "_bytes_error"));
        }
        heading.addAll(List.of("lifetime_us", "temporary_blocks", "samples", "stack"));
        Rows rows = new Rows(new TextBytes(out));
        rows.text.add(TextBytes.encoded(String.join(",", heading)));
        rows.end();
        for (ProgramPoint point : profile.points()) {
            rows.write(point);
        }
        rows.text.flush();
    }

    private static final class Rows {
        private final TextBytes text;
        private final Map<String, byte[]> classes = new HashMap<>();
        private final List<byte[]> frames = new ArrayList<>();
        private final TextNumbering numbers =
                new TextNumbering(0, frame -> frames.add(TextBytes.encoded(doubled(frame))));

        Rows(TextBytes text) {
            this.text = text;
        }

        void write(ProgramPoint point) throws IOException {
            List<String> stack = point.stack();
            int[] frames = numbers.of(point.frames(), point.frames().size() - stack.size());
            String leaf = stack.isEmpty() ? "" : stack.get(0);
            text.add(classes.computeIfAbsent(point.type(), Rows::quoted)).add(',');
            writeStack(leaf, frames, Math.min(1, frames.length));
            text.add(',');
            write(point.total());
            write(point.atPeak());
            write(point.atEnd());
            write(point.max());
            boolean lives = point.atEnd().known();
            write(point.lifetime(), lives);
            write(point.temporaryBlocks(), lives);
            write(point.samples(), true);
            writeStack(leaf, frames, frames.length);
            end();
        }

        private void write(Figure figure) {
            write(figure.bytes(), figure.known());
            write(figure.blocks(), figure.known());
            write(figure.known() ? Math.round(figure.bytesError()) : 0, figure.known());
        }

        private void write(long number, boolean known) {
            if (known) {
                text.add(number);
            }
            text.add(',');
        }

        private void writeStack(String leaf, int[] numbers, int most) {
            text.add('"');
            if (isFormula(leaf)) {
                text.add('\'');
            }
            for (int i = 0; i < most; i++) {
                if (i > 0) {
                    text.add('\n');
                }
                text.add(frames.get(numbers[i]));
            }
            text.add('"');
        }

        void end() throws IOException {
            text.add('\r').add('\n').endLine();
        }

        private static byte[] quoted(String text) {
            return TextBytes.encoded('"' + (isFormula(text) ? "'" : "") + doubled(text) + '"');
        }

        /** A name that begins like a formula must not be one to a spreadsheet. */
        private static boolean isFormula(String text) {
            return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        }

        private static String doubled(String text) {
            return SoundText.sound(text).replace("\"", "\"\"");
        }
    }
}
