// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.SortBy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExportFormatTest {
    private static final Profile PROFILE = Profile.builder(
            ProfileInfo.builder().command("shop.Main").build()).points(List.of(
                    ProgramPoint.builder().allocatedClass("shop.Tag")
                            .frames(List.of("shop.Tag (class)", "shop.Cart.add (Cart.java:5)",
                                    "shop.Main.main (Main.java:3)"))
                            .total(Figure.of(100, 10)).atPeak(Figure.of(50, 5))
                            .atEnd(Figure.of(0, 0)).max(Figure.of(60, 6)).lifetime(700)
                            .temporaryBlocks(2).samples(10).build(),
                    ProgramPoint.builder()
                            .frames(List.of("a;\"b\nc", "shop.Main.main (Main.java:3)"))
                            .total(Figure.of(30, 1, 12.4, 0.4)).samples(1).build(),
                    ProgramPoint.builder().frames(List.of("=cmd()")).total(Figure.of(1, 1))
                            .atPeak(Figure.of(1, 1)).atEnd(Figure.of(1, 1)).build())).build();

    private static String written(ExportFormat format, SortBy by) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(PROFILE, by, out);
        return out.toString(StandardCharsets.UTF_8.name());
    }

    @Test
    void collapsedHasOneFigureOfEachSite() throws IOException {
        assertEquals("shop.Main.main (Main.java:3);shop.Cart.add (Cart.java:5);shop.Tag (class) 100"
                + "\nshop.Main.main (Main.java:3);a:\"b c 30\n=cmd() 1\n",
                written(ExportFormat.COLLAPSED, SortBy.TOTAL));
        assertEquals("=cmd() 1\n", written(ExportFormat.COLLAPSED, SortBy.END));
    }

    @Test
    void csvHasAllFiguresAndNothingForWhatIsNotKnown() throws IOException {
        assertEquals("class,leaf,total_bytes,total_blocks,total_bytes_error,peak_bytes,peak_blocks,"
                + "peak_bytes_error,end_bytes,end_blocks,end_bytes_error,max_bytes,max_blocks,"
                + "max_bytes_error,lifetime_us,temporary_blocks,samples,stack\r\n"
                + "\"shop.Tag\",\"shop.Cart.add (Cart.java:5)\",100,10,0,50,5,0,0,0,0,60,6,0,700,2,"
                + "10,\"shop.Cart.add (Cart.java:5)\nshop.Main.main (Main.java:3)\"\r\n"
                + "\"\",\"a;\"\"b\nc\",30,1,12,,,,,,,,,,,,1,\"a;\"\"b\nc\nshop.Main.main"
                + " (Main.java:3)\"\r\n"
                + "\"\",\"'=cmd()\",1,1,0,1,1,0,1,1,0,,,,0,0,0,\"'=cmd()\"\r\n",
                written(ExportFormat.CSV, SortBy.TOTAL));
    }

    @Test
    void speedscopeHasAProfileForEachFigure() throws IOException {
        JsonNode json = new ObjectMapper().readTree(written(ExportFormat.SPEEDSCOPE, SortBy.TOTAL));
        assertEquals("https://www.speedscope.app/file-format-schema.json",
                json.get("$schema").textValue());
        List<String> names = new ArrayList<>();
        JsonNode frames = json.get("shared").get("frames");
        for (JsonNode profile : json.get("profiles")) {
            names.add(profile.get("name").textValue() + " " + profile.get("unit").textValue());
            assertEquals(profile.get("samples").size(), profile.get("weights").size());
            long sum = 0;
            for (JsonNode weight : profile.get("weights")) {
                sum += weight.longValue();
            }
            assertEquals(sum, profile.get("endValue").longValue());
            profile.get("samples").forEach(sample -> sample.forEach(
                    frame -> assertTrue(frame.intValue() < frames.size())));
        }
        assertEquals(List.of("bytes over the run bytes", "blocks over the run none",
                "bytes at t-gmax bytes", "blocks at t-gmax none", "bytes at t-end bytes",
                "blocks at t-end none"), names);
        JsonNode root = frames.get(json.get("profiles").get(0).get("samples").get(0).get(0)
                .intValue());
        assertEquals("shop.Main.main", root.get("name").textValue());
        assertEquals("Main.java", root.get("file").textValue());
        assertEquals(3, root.get("line").intValue());
        assertEquals(131, json.get("profiles").get(0).get("endValue").longValue());
    }
}
