// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;

/** What a command prints; knows why some of it was lost, which a PrintStream alone does not. */
public final class Output extends PrintStream {
    private final Watched watched;

    public Output(OutputStream out, Charset charset) {
        this(new Watched(out), charset);
    }

    private Output(Watched watched, Charset charset) {
        super(watched, true, charset);
        this.watched = watched;
    }

    /** The reason; empty also where the reader had enough and closed its end of the pipe. */
    public Optional<IOException> lost() {
        flush();
        return Optional.ofNullable(watched.failure).filter(e -> !isClosedPipe(e));
    }

    private static boolean isClosedPipe(IOException e) {
        return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }

    private static final class Watched extends FilterOutputStream {
        private IOException failure;

        Watched(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }
}
