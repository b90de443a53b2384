// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.jdhat.profile.Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Files that are huge, deep, or lie: each is one sentence, with the place where there is one. */
class BadDhatFileTest {
    private static final String POINT = "{\"tb\":160,\"tbk\":10,\"tl\":9,\"mb\":160,\"mbk\":10,"
            + "\"gb\":160,\"gbk\":10,\"eb\":160,\"ebk\":10,\"fs\":[1]}";
    private static final String GOOD = "{\"dhatFileVersion\":2,\"mode\":\"heap\","
            + "\"verb\":\"Allocated\",\"bklt\":true,\"bkacc\":false,\"tu\":\"us\",\"Mtu\":\"s\","
            + "\"tuth\":5,\"cmd\":\"x\",\"pid\":1,\"te\":7,\"tg\":7,\"pps\":[" + POINT
            + "],\"ftbl\":[\"[root]\",\"0x1: f (a.c:1)\"]}";
    private static final String ANEW = "; take another copy of it or make it anew.";

    private static Profile read(String json) throws IOException {
        return DhatReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static void refused(InputStream in, String message) {
        assertEquals(message,
                assertThrows(DhatException.class, () -> DhatReader.read(in)).getMessage());
    }

    private static void refused(String json, String message) {
        refused(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), message);
    }

    /** The column of what follows {@code text}, in a file of one line. */
    private static int columnAfter(String json, String text) {
        return json.indexOf(text) + text.length() + 1;
    }

    @Test
    void theGoodOneIsRead() throws IOException {
        assertEquals(160, read(GOOD).total().bytes());
    }

    @Test
    void numbersThatAreNone() {
        for (String number : new String[] {"NaN", "Infinity", "-Infinity", "+1", "0x10", "01"}) {
            String json = GOOD.replace("\"tb\":160", "\"tb\":" + number);
            String message = assertThrows(DhatException.class, () -> read(json)).getMessage();
            assertEquals("The input is not JSON at line 1, column ",
                    message.replaceAll("[0-9]+; give the path of a DHAT file\\.$", "")
                            .replace("1, column 1", "1, column "), number);
        }
        for (String number : new String[] {"1.5", "1e3", "99999999999999999999", "null", "{}"}) {
            String json = GOOD.replace("\"tb\":160", "\"tb\":" + number);
            refused(json, "The input is a DHAT file in which \"tb\" is not a whole number (line 1,"
                    + " column " + columnAfter(json, "\"tb\":") + ")" + ANEW);
        }
        String negative = GOOD.replace("\"fs\":[1]", "\"fs\":[-1]");
        refused(negative, "The input is a DHAT file in which \"fs\" is not a number that is not"
                + " negative (line 1, column " + columnAfter(negative, "\"fs\":[") + ")" + ANEW);
    }

    @Test
    void errorsThatCannotBe() {
        for (String[] each : new String[][] {{"-0.5", "a number that is not negative"},
                {"1e999", "a number of a size that can be"}, {"\"1\"", "a number"}}) {
            String json = GOOD.replace("\"fs\"",
                    "\"jdhat\":{\"errors\":{\"tb\":" + each[0] + "}},\"fs\"");
            refused(json, "The input is a DHAT file in which \"tb\" is not " + each[1]
                    + " (line 1, column " + columnAfter(json, "\"errors\":{\"tb\":") + ")" + ANEW);
        }
    }

    @Test
    void fieldsThatAreThereTwice() {
        String json = GOOD.replace("\"te\":7", "\"te\":7,\"cmd\":\"y\"");
        refused(json, "The input is a DHAT file in which the field \"cmd\" is there twice (line 1,"
                + " column " + columnAfter(json, "\"te\":7,\"cmd\":") + ")" + ANEW);
    }

    @Test
    void sumsThatNoNumberCanHold() {
        String large = POINT.replace("\"tb\":160", "\"tb\":" + Long.MAX_VALUE);
        refused(GOOD.replace(POINT, large + "," + large), "The input is a DHAT file in which"
                + " \"tb\" of all program points is more than a number can be" + ANEW);
    }

    @Test
    void equalStacksBecomeOnePoint() throws IOException {
        Profile profile = read(GOOD.replace(POINT, POINT + "," + POINT + "," + POINT));
        assertEquals(1, profile.points().size());
        assertEquals(480, profile.total().bytes());
        assertEquals(30, profile.atEnd().blocks());
    }

    @Test
    void stacksOfTenThousandFrames() throws IOException {
        String deep = IntStream.range(0, 10_000).mapToObj(i -> "1")
                .collect(Collectors.joining(",", "\"fs\":[", "]"));
        Profile profile = read(GOOD.replace("\"fs\":[1]", deep));
        assertEquals(10_000, profile.points().get(0).frames().size());
    }

    @Test
    void listsThatAreNestedTooDeep() {
        refused(GOOD.replace("\"te\"", "\"other\":" + "[".repeat(100_000) + ",\"te\""),
                "The input is not a DHAT file: what ends at line 1, column "
                        + (GOOD.indexOf("\"te\"") + "\"other\":".length() + 1_001)
                        + " is longer, or nested deeper, than anything in such a file; give the"
                        + " path of a DHAT file.");
    }

    @Test
    void filesThatArePackedTwice() throws IOException {
        refused(new ByteArrayInputStream(packed(packed(GOOD.getBytes(StandardCharsets.UTF_8)))),
                "The input is packed twice; unpack it once.");
    }

    private static byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }

    /** More than an int can count: the place is still the right one. */
    @Test
    void filesOfMoreThanTwoGigabytes() {
        long blanks = (1L << 31) + 1_000;
        byte[] start = "{".getBytes(StandardCharsets.UTF_8);
        refused(new SequenceInputStream(new ByteArrayInputStream(start),
                new SequenceInputStream(new Blanks(blanks), new ByteArrayInputStream("x".getBytes(
                        StandardCharsets.UTF_8)))),
                "The input is not JSON at byte " + (blanks + 1)
                        + "; give the path of a DHAT file.");
    }

    /** So many blanks. */
    private static final class Blanks extends InputStream {
        private long left;

        Blanks(long count) {
            left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? ' ' : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int count) {
            if (left <= 0) {
                return -1;
            }
            int n = (int) Math.min(left, count);
            Arrays.fill(bytes, from, from + n, (byte) ' ');
            left -= n;
            return n;
        }
    }
}
