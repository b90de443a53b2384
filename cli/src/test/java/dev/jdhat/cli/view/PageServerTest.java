// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class PageServerTest {
    private static final byte[] DATA = {1, 2, 3};

    @TempDir Path folder;

    private PageServer server;
    private URI address;

    @BeforeEach
    void start() throws IOException {
        Path file = Files.write(folder.resolve("a"), DATA);
        server =
                PageServer.start(
                        0, "a <b>", new FollowedFile(file, () -> Files.readAllBytes(file)));
        address = URI.create(server.address());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** The lines of the answer to a request as it goes over the wire, up to its body. */
    private List<String> ask(String method, String path, String... headers) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            StringBuilder request = new StringBuilder(method + ' ' + path + " HTTP/1.1\r\n");
            for (String header : headers) {
                request.append(header).append("\r\n");
            }
            request.append("Connection: close\r\n\r\n");
            socket.getOutputStream()
                    .write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.ISO_8859_1));
            List<String> lines = new ArrayList<>();
            for (String line = in.readLine();
                    line != null && !line.isEmpty();
                    line = in.readLine()) {
                lines.add(line);
            }
            return lines;
        }
    }

    private String host() {
        return "Host: 127.0.0.1:" + address.getPort();
    }

    private int status(List<String> answer) {
        return Integer.parseInt(answer.get(0).split(" ")[1]);
    }

    private static String header(List<String> answer, String name) {
        return answer.stream()
                .filter(line -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElse("");
    }

    @Test
    void thePage() throws IOException {
        List<String> answer = ask("GET", address.getPath(), host());
        assertEquals(200, status(answer));
        assertEquals("text/html; charset=utf-8", header(answer, "Content-Type"));
        assertTrue(address.getPath().matches("/[0-9a-f]{32}/"), address.toString());
    }

    @Test
    void everyAnswerIsKeptFromOthers() throws IOException {
        for (String path : List.of(address.getPath(), address.getPath() + "data", "/other")) {
            List<String> answer = ask("GET", path, host());
            assertEquals("no-store", header(answer, "Cache-Control"));
            assertEquals("frame-ancestors 'none'", header(answer, "Content-Security-Policy"));
            assertEquals("same-origin", header(answer, "Cross-Origin-Opener-Policy"));
            assertEquals("same-origin", header(answer, "Cross-Origin-Resource-Policy"));
            assertEquals("no-referrer", header(answer, "Referrer-Policy"));
            assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
            assertEquals("DENY", header(answer, "X-Frame-Options"));
        }
    }

    @Test
    void dataThatTheBrowserHasIsNotSentAgain() throws IOException {
        String path = address.getPath() + "data";
        List<String> answer = ask("GET", path, host());
        assertEquals(200, status(answer));
        assertEquals("application/json", header(answer, "Content-Type"));
        assertEquals("gzip", header(answer, "Content-Encoding"));
        String tag = header(answer, "ETag");
        assertTrue(tag.matches("\"[0-9a-f]{32}\""), tag);
        assertEquals(304, status(ask("GET", path, host(), "If-None-Match: " + tag)));
        assertEquals(200, status(ask("GET", path, host(), "If-None-Match: \"other\"")));
    }

    @Test
    void aWrongSecretIsNothing() throws IOException {
        String secret = address.getPath();
        String wrong = secret.replace(secret.charAt(5), secret.charAt(5) == 'a' ? 'b' : 'a');
        for (String path :
                List.of("/", "/data", wrong, wrong + "data", secret + "other",
                        secret.substring(0, 20), secret.substring(0, secret.length() - 1))) {
            assertEquals(404, status(ask("GET", path, host())), path);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example",
                "Host: 127.0.0.1.evil.example",
                "Host: localhost.evil.example:80",
                "Host: ",
                "Host: 127.0.0.1@evil.example"
            })
    void aNameThatIsNotThisMachinesIsRefused(String line) throws IOException {
        assertEquals(403, status(ask("GET", address.getPath(), line)));
    }

    @Test
    void noNameIsRefused() throws IOException {
        // Later versions of Java refuse it themselves.
        assertTrue(status(ask("GET", address.getPath(), "X-Forwarded-Host: 127.0.0.1")) >= 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:1", "127.0.0.1:65535", "[::1]:80"})
    void aTunnelLeadsHere(String name) throws IOException {
        assertEquals(200, status(ask("GET", address.getPath(), "Host: " + name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "HEAD", "OPTIONS"})
    void thereIsNothingButGet(String method) throws IOException {
        List<String> answer = ask(method, address.getPath(), host(), "Content-Length: 0");
        assertEquals(405, status(answer));
        assertEquals("GET", header(answer, "Allow"));
    }

    @Test
    void theOpeningAddressLeadsToThePageOnce() throws IOException {
        String path = URI.create(server.openingAddress()).getPath();
        assertNotEquals(address.getPath(), path);
        List<String> answer = ask("GET", path, host());
        assertEquals(303, status(answer));
        assertEquals(address.getPath(), header(answer, "Location"));
        assertEquals(404, status(ask("GET", path, host())));
    }
}
