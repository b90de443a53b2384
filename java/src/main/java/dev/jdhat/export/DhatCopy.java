// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * Copies a DHAT file with all its keys, those that a {@link dev.jdhat.profile.Profile} does not
 * hold among them: Valgrind's reads, writes and accesses.
 */
public final class DhatCopy {
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private DhatCopy() {
    }

    /**
     * Writes the JSON of a file, which may be gzipped, without its white space; flushes the stream
     * and leaves it open. It is not checked: that is {@link DhatReader}'s.
     */
    public static void write(Path file, OutputStream out) throws IOException {
        try (InputStream in = unpacked(new BufferedInputStream(Files.newInputStream(file)));
                JsonParser json = new TextByText(JSON.createParser(in));
                JsonGenerator copy = JSON.createGenerator(out)) {
            copy.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.nextToken();
            new SoundText(copy).copyCurrentStructure(json);
        }
        out.flush();
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        in.mark(2);
        boolean packed = in.read() == DhatReader.GZIP_FIRST && in.read() == DhatReader.GZIP_SECOND;
        in.reset();
        return packed ? unpacked(new BufferedInputStream(new GZIPInputStream(in))) : in;
    }

    /** Has texts copied as such, not as characters that nobody looks at on the way. */
    private static final class TextByText extends JsonParserDelegate {
        TextByText(JsonParser json) {
            super(json);
        }

        @Override
        public boolean hasTextCharacters() {
            return false;
        }
    }
}
