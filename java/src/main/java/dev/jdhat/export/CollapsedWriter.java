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
import java.util.List;

/** {@code root;…;leaf BYTES}, a line for each site that has any. */
final class CollapsedWriter implements ProfileWriter {
    @Override
    public void write(Profile profile, SortBy by, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        for (ProgramPoint point : profile.points()) {
            Figure figure = by.of(point);
            if (figure.known() && figure.bytes() > 0) {
                text.write(stack(point.frames()) + " " + figure.bytes() + "\n");
            }
        }
        text.flush();
    }

    private static String stack(List<String> frames) {
        StringBuilder stack = new StringBuilder();
        for (int i = frames.size(); i-- > 0;) {
            // Neither a frame's end nor the line's may stand in a name.
            stack.append(frames.get(i).replace(';', ':').replaceAll("\\p{Cntrl}", " "));
            stack.append(i > 0 ? ";" : "");
        }
        return frames.isEmpty() ? "[no frames]" : SoundText.sound(stack.toString());
    }
}
