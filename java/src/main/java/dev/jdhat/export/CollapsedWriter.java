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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code root;…;leaf BYTES}, a line for each site that has any. */
final class CollapsedWriter implements ProfileWriter {
    @Override
    public void write(Profile profile, SortBy by, OutputStream out) throws IOException {
        Map<String, String> clean = new HashMap<>();
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        for (ProgramPoint point : profile.points()) {
            Figure figure = by.of(point);
            if (figure.known() && figure.bytes() > 0) {
                text.write(stack(point.frames(), clean) + " " + figure.bytes() + "\n");
            }
        }
        text.flush();
    }

    private static String stack(List<String> frames, Map<String, String> clean) {
        StringBuilder stack = new StringBuilder();
        for (int i = frames.size(); i-- > 0;) {
            stack.append(clean.computeIfAbsent(frames.get(i), CollapsedWriter::clean));
            stack.append(i > 0 ? ";" : "");
        }
        return frames.isEmpty() ? "[no frames]" : stack.toString();
    }

    /** Neither a frame's end nor the line's may stand in a name. */
    private static String clean(String frame) {
        return SoundText.sound(frame.replace(';', ':').replaceAll("\\p{Cntrl}", " "));
    }
}
