// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.jdhat.cli.TestShell;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

@Timeout(60)
class ViewTest {
    private static final Path GOLDEN =
            Path.of("../tests/recordings/v1/golden.jdhat").toAbsolutePath().normalize();
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/\\w+/");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir Path folder;

    /** Runs a test while the command serves, then ends it as Ctrl-C does. */
    private void view(Check check, String... arguments) throws Exception {
        TestShell shell = new TestShell(folder);
        String[] words = new String[arguments.length + 2];
        words[0] = "view";
        words[1] = "--no-open";
        System.arraycopy(arguments, 0, words, 2, arguments.length);
        FutureTask<Integer> command = new FutureTask<>(() -> shell.run(words));
        Thread thread = new Thread(command, "view");
        thread.start();
        try {
            while (!shell.out().endsWith(System.lineSeparator()) && !command.isDone()) {
                Thread.onSpinWait();
            }
            Matcher address = ADDRESS.matcher(shell.out());
            assertTrue(address.find(), shell.out() + shell.err());
            check.check(shell, address.group());
        } finally {
            thread.interrupt();
        }
        assertEquals(0, command.get());
        assertEquals("", shell.err());
    }

    /** What is tested while the command serves. */
    private interface Check {
        void check(TestShell shell, String address) throws Exception;
    }

    private static HttpResponse<InputStream> get(String address, String tag) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(address)).header("If-None-Match", tag).build(),
                HttpResponse.BodyHandlers.ofInputStream());
    }

    private static JsonNode json(HttpResponse<InputStream> response) throws IOException {
        assertEquals(200, response.statusCode());
        assertEquals("gzip", response.headers().firstValue("Content-Encoding").orElseThrow());
        return new ObjectMapper().readTree(new GZIPInputStream(response.body()));
    }

    @Test
    void oneLineWithTheAddress() throws Exception {
        Files.copy(GOLDEN, folder.resolve("golden.jdhat"));
        view(
                (shell, address) -> {
                    assertEquals(
                            "jdhat: golden.jdhat is at "
                                    + address
                                    + " until Ctrl-C"
                                    + System.lineSeparator(),
                            shell.out());
                    HttpResponse<InputStream> page = get(address, "none");
                    String text = new String(page.body().readAllBytes());
                    assertTrue(text.contains("<title>golden.jdhat</title>"), text);
                    JsonNode data = json(get(address + "data", "none"));
                    assertEquals(7, data.get("profile").get("pps").size());
                    assertEquals(false, data.get("live").booleanValue());
                },
                "golden.jdhat");
    }

    @Test
    void aRecordingIsFollowedUntilItEnds() throws Exception {
        byte[] golden = Files.readAllBytes(GOLDEN);
        // Without the chunks of the final clock point and of the end.
        int cut = 1510;
        Path file = Files.write(folder.resolve("a.jdhat"), Arrays.copyOf(golden, cut));
        view(
                (shell, address) -> {
                    HttpResponse<InputStream> first = get(address + "data", "none");
                    String tag = first.headers().firstValue("ETag").orElseThrow();
                    JsonNode before = json(first);
                    assertTrue(before.get("live").booleanValue());
                    assertEquals(304, get(address + "data", tag).statusCode());
                    Files.write(
                            file,
                            Arrays.copyOfRange(golden, cut, golden.length),
                            StandardOpenOption.APPEND);
                    JsonNode after = json(changed(() -> get(address + "data", tag)));
                    assertEquals(false, after.get("live").booleanValue());
                    assertTrue(
                            after.get("profile").get("te").longValue()
                                    > before.get("profile").get("te").longValue());
                    Files.delete(file);
                    assertEquals(200, get(address + "data", tag).statusCode());
                },
                "a.jdhat");
    }

    private static HttpResponse<InputStream> changed(Callable<HttpResponse<InputStream>> ask)
            throws Exception {
        HttpResponse<InputStream> answer = ask.call();
        while (answer.statusCode() == 304) {
            answer = ask.call();
        }
        return answer;
    }

    @Test
    void onlyWhatAnExpressionAccepts() throws Exception {
        view(
                (shell, address) ->
                        assertEquals(
                                1,
                                json(get(address + "data", "none"))
                                        .get("profile")
                                        .get("pps")
                                        .size()),
                "--filter=class:Basket",
                GOLDEN.toString());
    }

    private String failure(int code, String... arguments) {
        TestShell shell = new TestShell(folder);
        assertEquals(code, shell.run(arguments), shell.err());
        return shell.err();
    }

    @Test
    void whatCannotBeShown() throws IOException {
        Files.writeString(folder.resolve("text"), "hello, world, this is no recording at all");
        String err = failure(3, "view", "text");
        assertTrue(err.startsWith("jdhat view: "), err);
        assertEquals(1, err.lines().count());
        err = failure(2, "view", "a", "--port=65536");
        assertTrue(
                err.startsWith(
                        "jdhat view: Invalid value for option '--port': '65536' is not 0 to 65535"),
                err);
    }

    @Test
    void aPortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String err =
                    failure(
                            3,
                            "view",
                            GOLDEN.toString(),
                            "--no-open",
                            "--port=" + taken.getLocalPort());
            assertTrue(
                    err.startsWith(
                            "jdhat view: cannot listen on port "
                                    + taken.getLocalPort()
                                    + " of 127.0.0.1 ("),
                    err);
            assertTrue(
                    err.endsWith(
                            "); without --port a free one is taken" + System.lineSeparator()),
                    err);
        }
    }
}
