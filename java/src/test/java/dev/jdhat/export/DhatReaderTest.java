// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.Unit;
import dev.jdhat.recording.GoldenFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DhatReaderTest {
    private static final String VALGRIND = String.join("\n",
            "{\"dhatFileVersion\":2", ",\"mode\":\"heap\",\"verb\":\"Allocated\"",
            ",\"bklt\":true,\"bkacc\":true", ",\"tu\":\"instrs\",\"Mtu\":\"Minstr\"",
            ",\"tuth\":500", ",\"cmd\":\"./demo\"", ",\"pid\":11786", ",\"te\":169456",
            ",\"tg\":145337", ",\"pps\":", " [{\"tb\":160,\"tbk\":10", "  ,\"tl\":244420",
            "  ,\"mb\":160,\"mbk\":10", "  ,\"gb\":160,\"gbk\":10", "  ,\"eb\":160,\"ebk\":10",
            "  ,\"rb\":0,\"wb\":160", "  ,\"acc\":[-16,10]", "  ,\"fs\":[1,2]", "  }",
            " ]", ",\"ftbl\":", " [\"[root]\"", " ,\"0x109181: leak (demo.c:9)\"",
            " ,\"0x1092A5: main (demo.c:40)\"", " ]", "}", "");
    private static final String AD_HOC = "{\"dhatFileVersion\":2,\"mode\":\"rust-ad-hoc\","
            + "\"verb\":\"Allocated\",\"bklt\":false,\"bkacc\":false,\"bu\":\"unit\","
            + "\"bsu\":\"units\",\"bksu\":\"events\",\"tu\":\"µs\",\"Mtu\":\"s\",\"cmd\":\"x\","
            + "\"pid\":1,\"te\":7,\"pps\":[{\"tb\":141,\"tbk\":11,\"fs\":[1]}],"
            + "\"ftbl\":[\"[root]\",\"0x1: f (a.rs:1:2)\"]}";

    @TempDir
    private Path folder;

    private static Profile read(String json) throws IOException {
        return DhatReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void valgrindsFiles() throws IOException {
        Profile profile = read(VALGRIND);
        assertEquals(Figure.of(160, 10), profile.total());
        assertEquals(Figure.of(160, 10), profile.atPeak());
        assertEquals(Figure.of(160, 10), profile.atEnd());
        assertEquals(List.of("leak (demo.c:9)", "main (demo.c:40)"),
                profile.points().get(0).frames());
        assertEquals(244_420, profile.points().get(0).lifetime());
        assertEquals("instrs", profile.info().timeUnit());
        assertEquals(145_337, profile.info().timeAtPeak());
        assertEquals("", profile.info().version());
        assertTrue(profile.livePeak().isEmpty());
    }

    private static byte[] packed(String json) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(json.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void packedFiles() throws IOException {
        assertEquals(Figure.of(160, 10),
                DhatReader.read(new ByteArrayInputStream(packed(VALGRIND))).total());
        Path file = Files.write(folder.resolve("dhat.json.gz"), packed(VALGRIND));
        assertEquals(Figure.of(160, 10), DhatReader.read(file).total());
    }

    @Test
    void damagedPackedFilesAreOneSentence() throws IOException {
        byte[] whole = packed(VALGRIND);
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        assertEquals("The input is cut off: what is packed in it does not end; take another copy of"
                + " it.", assertThrows(DhatException.class,
                () -> DhatReader.read(new ByteArrayInputStream(half))).getMessage());
        whole[2] = 77;
        assertEquals("The input is damaged and cannot be unpacked (Unsupported compression"
                + " method); take another copy of it.", assertThrows(DhatException.class,
                () -> DhatReader.read(new ByteArrayInputStream(whole))).getMessage());
        assertEquals("The input is not JSON at line 1, column 1; give the path of a DHAT file.",
                assertThrows(DhatException.class, () -> DhatReader.read(
                        new ByteArrayInputStream(packed("x")))).getMessage());
    }

    @Test
    void dhatRsAdHocFiles() throws IOException {
        Profile profile = read(AD_HOC);
        assertEquals(Unit.AD_HOC, profile.info().unit());
        assertEquals("events", profile.info().blocksName());
        assertFalse(profile.atEnd().known());
        assertEquals(Figure.of(141, 11), profile.total());
    }

    @Test
    void pointsThatDifferInAddressesOnlyBecomeOne() throws IOException {
        String json = VALGRIND.replace("\"fs\":[1,2]\n  }", "\"fs\":[1,2]\n  },{\"tb\":40,"
                + "\"tbk\":1,\"tl\":1,\"mb\":0,\"mbk\":0,\"gb\":0,\"gbk\":0,\"eb\":0,\"ebk\":0,"
                + "\"fs\":[3,2]}")
                .replace(" ]\n}", ",\"0x5: leak (demo.c:9)\"]}");
        Profile profile = read(json);
        assertEquals(1, profile.points().size());
        assertEquals(Figure.of(200, 11), profile.total());
    }

    @Test
    void wrongInputIsToldApart() throws IOException {
        refused("Hello", "The input is not JSON at line 1, column 1; give the path of a DHAT file.");
        refused("", "The input is not a DHAT file: it holds no JSON object; give the path of a DHAT"
                + " file.");
        refused("[1]", "The input is not a DHAT file: it holds no JSON object; give the path of a"
                + " DHAT file.");
        refused("{\"a\":1}", "The input is not a DHAT file: the field \"dhatFileVersion\" is"
                + " missing; give the path of a DHAT file.");
        refused("{} x", "The input is not JSON at line 1, column 4; give the path of a DHAT file.");
        refused(VALGRIND.replace("Version\":2", "Version\":1"), "The input is a DHAT file of version"
                + " 1, and jdhat reads version 2; make it anew with Valgrind 3.17 or newer, dhat-rs"
                + " or jdhat.");
        missing(VALGRIND.replace(",\"tg\":145337", ""), "tg");
        missing(VALGRIND.replace(",\"cmd\":\"./demo\"", ""), "cmd");
        missing(VALGRIND.replace(",\"gbk\":10", ""), "gbk");
        missing(VALGRIND.replace(",\"fs\":[1,2]", ""), "fs");
        refused(VALGRIND.replace("\"tb\":160", "\"tb\":\"160\""), "The input is a DHAT file in which"
                + " \"tb\" is not a whole number (line 11, column 9); take another copy of it or"
                + " make it anew.");
        refused(VALGRIND.replace("\"pid\":11786", "\"pid\":-1"), "The input is a DHAT file in which"
                + " \"pid\" is not a number that is not negative (line 7, column 8); take another"
                + " copy of it or make it anew.");
        refused(VALGRIND.replace("[1,2]", "[1,3]"), "The input is a DHAT file in which a program"
                + " point names frame 3, and it has 3; take another copy of it or make it anew.");
    }

    private static void refused(String json, String message) {
        DhatException e = assertThrows(DhatException.class, () -> read(json));
        assertEquals(message, e.getMessage());
    }

    private static void missing(String json, String field) {
        refused(json, "The input is a DHAT file in which the field \"" + field + "\" is missing;"
                + " take another copy of it or make it anew.");
    }

    @Test
    void eachTruncationIsAMessage() {
        for (int length = 0; length < VALGRIND.length() - 2; length++) {
            String cut = VALGRIND.substring(0, length);
            DhatException e = assertThrows(DhatException.class, () -> read(cut), "at " + length);
            assertTrue(e.getMessage().startsWith("The input is "), e.getMessage());
        }
    }

    @Test
    void filesAreNamed() throws IOException {
        Path none = folder.resolve("none.json");
        assertMessage(none, none + " does not exist; give the path of a DHAT file (JSON).");
        assertMessage(folder, folder + " is a folder; give the path of a DHAT file (JSON).");
        Path recording = GoldenFiles.path("golden.jdhat");
        assertMessage(recording, recording + " is a recording, not a DHAT file; make a report of it"
                + " first.");
        Path binary = Files.write(folder.resolve("binary"), new byte[] {0, 0, (byte) 0xfe, 1, 2});
        assertThrows(DhatException.class, () -> DhatReader.read(binary));
    }

    private static void assertMessage(Path file, String message) {
        DhatException e = assertThrows(DhatException.class, () -> DhatReader.read(file));
        assertEquals(message, e.getMessage());
    }
}
