// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.jdhat.profile.FrameTexts;
import dev.jdhat.profile.Profile;
import java.io.BufferedInputStream;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads DHAT files of version 2: jdhat's, Valgrind's, dhat-rs's; also gzipped. */
public final class DhatReader {
    static final int FILE_VERSION = 2;
    static final int GZIP_FIRST = 0x1f;
    static final int GZIP_SECOND = 0x8b;

    private static final int RECORDING_MAGIC = 0x89;
    /** Errors are long numbers; the JDK's parser took a fifth of the time of a sampled file. */
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER).build();

    private final String name;
    private final FrameTexts texts;

    private DhatReader(String name, FrameTexts texts) {
        this.name = name;
        this.texts = texts;
    }

    /** Reads a file; messages name it. */
    public static Profile read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new DhatException(file + " is a folder; give the path of a DHAT file (JSON).");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString());
        } catch (NoSuchFileException e) {
            throw new DhatException(file + " does not exist; give the path of a DHAT file"
                    + " (JSON).");
        }
    }

    /** Reads a stream and leaves it open; messages call it "The input". */
    public static Profile read(InputStream in) throws IOException {
        return read(in, "The input");
    }

    /**
     * Reads a stream and leaves it open.
     *
     * @param name what messages call it, such as the path of the file
     */
    public static Profile read(InputStream in, String name) throws IOException {
        return read(in, name, new FrameTexts());
    }

    /**
     * Reads a stream and leaves it open.
     *
     * @param name what messages call it, such as the path of the file
     * @param texts of profiles that are compared or added up, for all of them
     */
    public static Profile read(InputStream in, String name, FrameTexts texts)
            throws IOException {
        return new DhatReader(name, texts).readAny(new BufferedInputStream(in));
    }

    private Profile readAny(InputStream in) throws IOException {
        return isPacked(in) ? readPacked(in) : readPlain(in);
    }

    private static boolean isPacked(InputStream in) throws IOException {
        in.mark(2);
        boolean packed = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
        in.reset();
        return packed;
    }

    private Profile readPlain(InputStream in) throws IOException {
        in.mark(1);
        int first = in.read();
        in.reset();
        if (first == RECORDING_MAGIC) {
            throw new DhatException(name + " is a recording, not a DHAT file; make a report of it"
                    + " first.");
        }
        try (JsonParser json = JSON.createParser(new Unclosed(in))) {
            return parse(json);
        } catch (JsonEOFException e) {
            throw new DhatException(name + " is cut off" + at(e) + ": its JSON does not end; take"
                    + " another copy of it.");
        } catch (JsonProcessingException e) {
            throw new DhatException(name + " is not JSON" + at(e) + "; give the path of a DHAT"
                    + " file.");
        } catch (CharConversionException e) {
            throw new DhatException(name + " is not JSON in UTF-8; give the path of a DHAT file.");
        }
    }

    private Profile parse(JsonParser json) throws IOException {
        try {
            return new DhatParser(json, name, texts).parse();
        } catch (StreamConstraintsException e) {
            // It does not know its place.
            throw new DhatException(name + " is not a DHAT file: what ends at "
                    + Fields.place(json.currentLocation()) + " is longer, or nested deeper, than"
                    + " anything in such a file; give the path of a DHAT file.");
        }
    }

    private Profile readPacked(InputStream in) throws IOException {
        try {
            InputStream unpacked =
                    new BufferedInputStream(new GZIPInputStream(new Unclosed(in)));
            // There are files that are packed for ever, each in itself.
            if (isPacked(unpacked)) {
                throw new DhatException(name + " is packed twice; unpack it once.");
            }
            return readPlain(unpacked);
        } catch (EOFException e) {
            throw new DhatException(name + " is cut off: what is packed in it does not end; take"
                    + " another copy of it.");
        } catch (ZipException e) {
            throw new DhatException(name + " is damaged and cannot be unpacked ("
                    + e.getMessage() + "); take another copy of it.");
        }
    }

    private static String at(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return location == null ? "" : " at " + Fields.place(location);
    }

    private static final class Unclosed extends FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // The stream is its opener's to close.
        }
    }
}
