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
import java.util.List;
import java.util.regex.Pattern;

/** {@code root;…;leaf BYTES}, a line for each site that has any. */
final class CollapsedWriter implements ProfileWriter {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    @Override
    public void write(Profile profile, SortBy by, OutputStream out) throws IOException {
        List<byte[]> clean = new ArrayList<>();
        TextNumbering frames = new TextNumbering(0, frame -> clean.add(clean(frame)));
        byte[] noFrames = TextBytes.encoded("[no frames]");
        TextBytes text = new TextBytes(out);
        for (ProgramPoint point : profile.points()) {
            Figure figure = by.of(point);
            if (figure.known() && figure.bytes() > 0) {
                int[] stack = frames.of(point.frames());
                for (int i = stack.length; i-- > 0;) {
                    text.add(clean.get(stack[i])).add(i > 0 ? ';' : ' ');
                }
                if (stack.length == 0) {
                    text.add(noFrames).add(' ');
                }
                text.add(figure.bytes()).add('\n').endLine();
            }
        }
        text.flush();
    }

    /** Neither a frame's end nor the line's may stand in a name. */
    private static byte[] clean(String frame) {
        String line = CONTROL.matcher(frame.replace(';', ':')).replaceAll(" ");
        return TextBytes.encoded(SoundText.sound(line));
    }
}
