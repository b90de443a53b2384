// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jdhat.tests.harness.Child;
import dev.jdhat.tests.harness.Jdhat;
import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.Target;
import dev.jdhat.tests.harness.TestJvm;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** `view` of a program while it runs. */
class ViewTest {
    private static final Pattern ADDRESS = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+/\\w+/)");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Test
    @Timeout(120)
    void aRunningProgramIsFollowed() throws Exception {
        try (Target target = TestJvm.on(Jvm.JDK_17, "Small", "wait").recording("interval=0")
                .start()) {
            target.awaitLine("ready");
            try (Child view = Jdhat.start(target.folder(), "view", Long.toString(target.pid()),
                    "--no-open")) {
                view.awaitOut("until Ctrl-C\n");
                Matcher address = ADDRESS.matcher(view.out());
                assertTrue(address.find(), view.toString());
                String data = address.group(1) + "data";
                JsonNode before = json(get(data));
                assertEquals(0, things(before));
                assertTrue(before.get("live").booleanValue());
                target.send("go on");
                target.awaitLine("worked");
                JsonNode after = before;
                while (things(after) == 0) {
                    after = json(get(data));
                }
                assertEquals(24_000, things(after));
                target.send("go on");
                assertEquals(0, target.await(), target.toString());
                while (after.get("live").booleanValue()) {
                    after = json(get(data));
                }
                assertTrue(after.get("timeline").get("times").size() > 0);
                view.signal("INT");
                assertEquals(0, view.await(), view.toString());
                assertEquals("", view.err());
            }
        }
    }

    private static HttpResponse<InputStream> get(String address)
            throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(address)).build(),
                HttpResponse.BodyHandlers.ofInputStream());
    }

    private static JsonNode json(HttpResponse<InputStream> response) throws IOException {
        assertEquals(200, response.statusCode());
        return new ObjectMapper().readTree(new GZIPInputStream(response.body()));
    }

    /** Bytes of all things that the program made. */
    private static long things(JsonNode page) {
        return StreamSupport.stream(page.get("profile").get("pps").spliterator(), false)
                .filter(point -> point.get("jdhat").path("class").asText().endsWith(".Thing"))
                .mapToLong(point -> point.get("tb").longValue()).sum();
    }
}
