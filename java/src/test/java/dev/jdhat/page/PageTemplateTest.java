// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageTemplateTest {
    private static final Path PARTS = Path.of("src", "main", "resources", "dev", "jdhat", "page");

    @Test
    void theDataIsWhatWasGiven() throws IOException {
        byte[] data = new byte[100_000];
        new Random(7).nextBytes(data);
        String found = one(page("x", data), "<script id=\"data\"[^>]*>([^<]*)</script>");
        assertArrayEquals(data, Base64.getDecoder().decode(found));
    }

    @Test
    void thePolicyAllowsItsOwnScriptAndStyleOnly() throws Exception {
        String page = page("x", new byte[] {1});
        String policy = one(page, "http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"");
        assertEquals("default-src 'none'; script-src '"
                + hash(one(page, "(?s)<script>(.*)</script>")) + "'; style-src '"
                + hash(one(page, "(?s)<style>(.*?)</style>")) + "'; img-src data:;"
                + " connect-src 'none'; base-uri 'none'; form-action 'none'", policy);
    }

    @Test
    void aServedPageAsksItsServer() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PageTemplate.writeServed("x", out);
        String page = out.toString(StandardCharsets.UTF_8);
        assertEquals("", one(page, "<script id=\"data\" type=\"application/octet-stream\""
                + " data-from=\"data\">([^<]*)</script>"));
        assertTrue(page.contains("connect-src 'self';"));
    }

    @Test
    void aTitleIsTextWhateverItHas() throws IOException {
        String page = page("</title><script>x</script>{data}&amp;\u0000\"ü\ud83d\ude00",
                new byte[0]);
        assertEquals("&#60;/title&#62;&#60;script&#62;x&#60;/script&#62;&#123;data}&#38;amp;\ufffd"
                + "&#34;ü\ud83d\ude00", one(page, "<title>(.*)</title>"));
    }

    @Test
    void nothingIsLeftToFillIn() throws IOException {
        assertFalse(Pattern.compile("\\{(policy|title|from|style|script|data)}")
                .matcher(page("x", new byte[0]).replaceFirst("(?s)<script>.*", "")).find());
    }

    /** Each would end or change what stands around it in the page. */
    @Test
    void partsHaveNothingThatHtmlMinds() throws IOException {
        Pattern minded = Pattern.compile("</|<!--|<script|style=|\\son[a-z]+=\"",
                Pattern.CASE_INSENSITIVE);
        for (String name : PageTemplate.SCRIPTS) {
            assertFalse(minded.matcher(PageTemplate.resource(name)).find(), name);
        }
        assertFalse(PageTemplate.resource("style.css").contains("</"));
    }

    @Test
    void everyScriptIsInThePageAndSmall() throws IOException {
        Set<String> there = new TreeSet<>();
        Set<String> large = new TreeSet<>();
        try (Stream<Path> files = Files.list(PARTS)) {
            for (Path file : files.collect(Collectors.toList())) {
                if (file.toString().endsWith(".js")) {
                    there.add(file.getFileName().toString());
                    List<String> lines = Files.readAllLines(file);
                    if (lines.size() > 300) {
                        large.add(file + ": " + lines.size() + " lines");
                    }
                    lines.stream().filter(line -> line.length() > 100).forEach(large::add);
                }
            }
        }
        assertEquals(new TreeSet<>(PageTemplate.SCRIPTS), there);
        assertEquals(Set.of(), large);
    }

    private static String page(String title, byte[] data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PageTemplate.write(title, data, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What a group matches, in the only place where it does. */
    private static String one(String page, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        assertTrue(found.find(), pattern);
        String group = found.group(1);
        assertFalse(found.find(), pattern);
        return group;
    }

    private static String hash(String text) throws NoSuchAlgorithmException {
        return "sha256-" + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256")
                .digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
