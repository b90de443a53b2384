// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openjdk.jmc.common.item.Attribute.attr;

import dev.jdhat.profile.Figure;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.ProfileInfo;
import dev.jdhat.profile.ProgramPoint;
import dev.jdhat.profile.SortBy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openjdk.jmc.common.IMCFrame;
import org.openjdk.jmc.common.item.Aggregators;
import org.openjdk.jmc.common.item.IAttribute;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.flightrecorder.CouldNotLoadRecordingException;
import org.openjdk.jmc.flightrecorder.JfrAttributes;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;
import org.openjdk.jmc.flightrecorder.jdk.JdkAttributes;
import org.openjdk.jmc.flightrecorder.jdk.JdkFilters;

/** The parser and the attributes of JDK Mission Control, which its pages and its rules use. */
class JmcReadsFlightRecordingTest {
    private static final Profile SHOP = Profile.builder(ProfileInfo.builder()
            .command("shop.Main --all").pid(7).version("0.1.0").timeAtEnd(2_500_000)
            .sampled(true).build())
            .points(List.of(ProgramPoint.builder().frames(List.of("byte[] (class)",
                    "java.util.Arrays.copyOf (native)", "shop.Cart.add (Cart.java:5)"))
                    .total(Figure.of(400, 4, 30, 3)).atPeak(Figure.of(200, 2))
                    .atEnd(Figure.of(8, 1)).max(Figure.of(300, 3)).lifetime(1_500).samples(4)
                    .build(),
                    ProgramPoint.builder().frames(List.of("shop.Tag (class)",
                            "shop.Main.main (Main.java:3)"))
                            .total(Figure.of(100, 2)).build())).build();

    private IItemCollection read;

    @BeforeEach
    void read() throws IOException, CouldNotLoadRecordingException {
        read = JfrLoaderToolkit.loadEvents(new ByteArrayInputStream(
                ReadBack.written(ExportFormat.JFR, SHOP, SortBy.TOTAL)));
    }

    private IItemCollection sites() {
        return read.apply(JdkFilters.OBJ_ALLOC);
    }

    private static <T> List<T> values(IItemCollection items, IAttribute<T> attribute) {
        List<T> values = new ArrayList<>();
        for (IItemIterable ofType : items) {
            for (IItem item : ofType) {
                values.add(attribute.getAccessor(ofType.getType()).getMember(item));
            }
        }
        return values;
    }

    private static List<Long> bytes(IItemCollection items, IAttribute<IQuantity> attribute) {
        return values(items, attribute).stream()
                .map(value -> value.clampedLongValueIn(UnitLookup.BYTE))
                .collect(Collectors.toList());
    }

    private static IAttribute<IQuantity> memory(String field) {
        return attr(field, field, UnitLookup.MEMORY);
    }

    private static List<String> frames(IItemCollection items, int at) {
        return values(items, JfrAttributes.EVENT_STACKTRACE).get(at).getFrames().stream()
                .map(JmcReadsFlightRecordingTest::text).collect(Collectors.toList());
    }

    private static String text(IMCFrame frame) {
        return frame.getMethod().getType().getFullName() + " " + frame.getMethod().getMethodName()
                + " " + frame.getFrameLineNumber() + " " + frame.getBCI();
    }

    @Test
    void itKnowsTheAllocationsAndAddsThemUp() {
        assertEquals(List.of(400L, 100L), bytes(sites(), JdkAttributes.SAMPLE_WEIGHT));
        assertEquals(List.of("byte[]", "shop.Tag"),
                values(sites(), JdkAttributes.OBJECT_CLASS_FULLNAME));
        assertEquals(500, sites().getAggregate(Aggregators.sum(JdkAttributes.SAMPLE_WEIGHT))
                .clampedLongValueIn(UnitLookup.BYTE));
        assertEquals(List.of("java.util.Arrays copyOf -1 -1", "shop.Cart add 5 -1"),
                frames(sites(), 0));
    }

    @Test
    void itKnowsTheUnitsOfTheFigures() {
        assertEquals(List.of(400L, 100L), bytes(sites(), memory("totalBytes")));
        assertEquals(List.of(30L, 0L), bytes(sites(), memory("totalBytesError")));
        assertEquals(List.of(200L, 0L), bytes(sites(), memory("peakBytes")));
        assertEquals(List.of(300L, 0L), bytes(sites(), memory("maxBytes")));
        assertEquals(1_500, values(sites(), attr("lifetime", "lifetime", UnitLookup.TIMESPAN))
                .get(0).clampedLongValueIn(UnitLookup.MICROSECOND));
        assertEquals(List.of(4L, 2L), values(sites(), attr("totalBlocks", "totalBlocks",
                UnitLookup.RAW_NUMBER)));
        assertEquals(List.of(false, true), values(sites(), attr("unknown", "unknown",
                UnitLookup.FLAG)));
    }

    @Test
    void itKnowsTheStacksOfTheSitesAndWhenTheyWere() {
        assertEquals(List.of("shop.Main main 3 -1"), frames(sites(), 1));
        assertEquals(List.of("byte[]", "shop.Tag"),
                values(sites(), JdkAttributes.OBJECT_CLASS_FULLNAME));
        assertEquals("Object Allocation Sample", sites().iterator().next().getType().getName());
        assertEquals(2_500, values(sites(), JfrAttributes.END_TIME).get(0)
                .clampedLongValueIn(UnitLookup.EPOCH_MS));
    }
}
