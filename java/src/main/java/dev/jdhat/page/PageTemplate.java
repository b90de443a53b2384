// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * Puts styles, scripts and data into one HTML file that loads nothing else. Its
 * Content-Security-Policy allows its own script and style, by their hashes, and nothing besides.
 */
public final class PageTemplate {
    /** A script uses only what stands before it. */
    static final List<String> SCRIPTS = List.of("units.js", "dom.js", "read.js", "check.js",
            "profile.js", "metrics.js", "paths.js", "filterwords.js", "filter.js", "accepted.js",
            "pairs.js", "changes.js", "state.js", "theme.js", "chart.js", "grid.js", "keep.js",
            "stay.js", "details.js", "chosen.js", "tree.js", "boxes.js", "paint.js", "flame.js",
            "table.js", "sandwich.js", "compared.js", "timeline.js", "lifetimes.js", "sizes.js",
            "diff.js", "notes.js", "keys.js", "inputs.js", "live.js", "controls.js", "main.js");

    private static final String ALONE = "'none'";
    private static final String SERVED = "'self'";

    private PageTemplate() {
    }

    /**
     * Writes a page with its data in UTF-8; flushes the stream and leaves it open.
     *
     * @param title of the window, any text
     * @param gzippedJson the page document, as docs/viewer.md describes it, gzipped
     */
    public static void write(String title, byte[] gzippedJson, OutputStream out)
            throws IOException {
        write(title, ALONE, "", Base64.getEncoder().encode(gzippedJson), out);
    }

    /**
     * Writes a page without data. It asks for {@code data}, relative to its own address: the page
     * document, packed as {@code Content-Encoding} says. It asks again every three seconds with
     * {@code If-None-Match} when there was an {@code ETag}, shows what has changed, and stops when
     * the document has {@code "live": false} or nobody answers.
     */
    public static void writeServed(String title, OutputStream out) throws IOException {
        write(title, SERVED, " data-from=\"data\"", new byte[0], out);
    }

    private static void write(String title, String connect, String attribute, byte[] data,
            OutputStream out) throws IOException {
        String style = resource("style.css");
        StringBuilder script = new StringBuilder();
        for (String name : SCRIPTS) {
            script.append(resource(name));
        }
        String policy = "default-src 'none'; script-src '" + hash(script.toString())
                + "'; style-src '" + hash(style) + "'; img-src data:; connect-src " + connect
                + "; base-uri 'none'; form-action 'none'";
        String page = resource("page.html")
                .replace("{policy}", policy)
                .replace("{title}", escaped(title))
                .replace("{from}", attribute)
                .replace("{style}", style);
        // The data last: it is large, and what it holds is not looked through for other marks.
        int atScript = page.indexOf("{script}");
        int atData = page.indexOf("{data}");
        text(page.substring(0, atData), out);
        out.write(data);
        text(page.substring(atData + "{data}".length(), atScript), out);
        text(script.toString(), out);
        text(page.substring(atScript + "{script}".length()), out);
        out.flush();
    }

    private static void text(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Its line ends are those that a browser sees: it computes the hash after changing them. */
    static String resource(String name) throws IOException {
        try (InputStream in = PageTemplate.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("A part of the page is missing in this build of jdhat: "
                        + name + ".");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JVM has SHA-256", e);
        }
    }

    /** What a browser shows as this text. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean plain = c >= ' ' && c != '<' && c != '>' && c != '&' && c != '"' && c != '{'
                    && !(c >= 0xd800 && c <= 0xdfff);
            if (plain) {
                escaped.appendCodePoint(c);
            } else if (c >= ' ' && c < 0x7f) {
                escaped.append("&#").append(c).append(';');
            } else {
                escaped.append('\ufffd');
            }
        });
        return escaped.toString();
    }
}
