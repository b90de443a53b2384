// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jdhat.export.DhatReader;
import dev.jdhat.filter.Filter;
import dev.jdhat.filter.FilterException;
import dev.jdhat.profile.Profile;
import dev.jdhat.profile.SortBy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the command line and the viewer must agree on; tests/page runs the same file in JS. */
class FilterVectorsTest {
    private final JsonNode vectors;

    FilterVectorsTest() throws IOException {
        vectors = new ObjectMapper().readTree(
                Path.of("..", "tests", "filter", "vectors.json").toFile());
    }

    private Profile profile(String name) throws IOException {
        return DhatReader.read(new ByteArrayInputStream(
                vectors.get(name).toString().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void acceptsTheSamePoints() throws IOException {
        Profile profile = profile("profile");
        for (JsonNode vector : vectors.get("accepted")) {
            Filter filter = Filter.parse(vector.get("filter").asText());
            String accepted = IntStream.range(0, profile.points().size())
                    .filter(i -> filter.accepts(profile.points().get(i)))
                    .mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]"));
            assertEquals(vector.get("points").toString(), accepted, filter::toString);
        }
    }

    @Test
    void saysTheSameOfWrongOnes() {
        for (JsonNode vector : vectors.get("wrong")) {
            int position = vector.get("position").asInt();
            assertEquals(String.join(System.lineSeparator(),
                    vector.get("message").asText() + " at character " + (position + 1) + " of",
                    "  " + vector.get("filter").asText().replace('\t', ' '),
                    "  " + " ".repeat(position) + "^"), failure(vector).getMessage());
        }
    }

    /** Java and browsers have words of their own for what is wrong with a regular expression. */
    @Test
    void saysWhereARegularExpressionIsNone() {
        for (JsonNode vector : vectors.get("noPattern")) {
            String message = failure(vector).getMessage();
            assertTrue(message.startsWith(vector.get("message").asText()), message);
        }
    }

    private static FilterException failure(JsonNode vector) {
        String text = vector.get("filter").asText();
        FilterException e = assertThrows(FilterException.class, () -> Filter.parse(text), text);
        assertEquals(vector.get("position").asInt(), e.position(), text);
        return e;
    }

    @Test
    void acceptsTheSameSitesOfTwoProfiles() throws IOException {
        ProfileDiff diff = ProfileDiff.between(profile("before"), profile("after"), SortBy.END);
        for (JsonNode vector : vectors.get("two")) {
            Filter filter = Filter.parse(vector.get("filter").asText());
            List<String> expected = new ObjectMapper().convertValue(vector.get("leaves"),
                    new TypeReference<List<String>>() { });
            assertEquals(expected, diff.sites().stream().filter(filter::accepts)
                    .map(site -> site.stack().get(0)).sorted().collect(Collectors.toList()),
                    filter::toString);
        }
    }
}
