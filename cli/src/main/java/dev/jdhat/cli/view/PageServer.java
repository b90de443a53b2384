// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.cli.view;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.jdhat.cli.CommandFailed;
import dev.jdhat.page.PageTemplate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Serves one page and its data to browsers of this machine. Its paths hold a secret, so that
 * neither other users nor pages of other sites find it; a name that somebody has pointed at this
 * machine is refused.
 */
public final class PageServer implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final int SECRET_BYTES = 16;
    private static final int THREADS = 4;
    private static final int OK = 200;
    private static final int SEE_OTHER = 303;
    private static final int NOT_MODIFIED = 304;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int WRONG_METHOD = 405;
    private static final long NO_BODY = -1;

    private final HttpServer server;
    private final ExecutorService threads;
    private final byte[] page;
    private final FollowedFile file;
    private final String root = '/' + secret() + '/';
    private final String opening = '/' + secret() + '/';
    private final AtomicBoolean opened = new AtomicBoolean();

    private PageServer(HttpServer server, byte[] page, FollowedFile file) {
        this.server = server;
        this.page = page;
        this.file = file;
        threads = Executors.newFixedThreadPool(THREADS, PageServer::thread);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /**
     * Begins to serve.
     *
     * @param port 0 for any that is free
     */
    public static PageServer start(int port, String title, FollowedFile file) throws IOException {
        if (ModuleLayer.boot().findModule("jdk.httpserver").isEmpty()) {
            throw new CommandFailed(
                    "this Java has no module jdk.httpserver; run jdhat with a JDK, or make a file:"
                            + " jdhat html");
        }
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        PageTemplate.writeServed(title, page);
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getByName(HOST), port), 0);
            return new PageServer(server, page.toByteArray(), file);
        } catch (BindException e) {
            throw new CommandFailed(
                    "cannot listen on port "
                            + port
                            + " of "
                            + HOST
                            + " ("
                            + e.getMessage()
                            + "); without --port a free one is taken");
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "jdhat-view");
        thread.setDaemon(true);
        return thread;
    }

    private static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The address of the page. */
    public String address() {
        return "http://" + HOST + ':' + server.getAddress().getPort() + root;
    }

    /**
     * An address that leads there once. Other users see it while a browser starts, among the
     * arguments of its process.
     */
    public String openingAddress() {
        return "http://" + HOST + ':' + server.getAddress().getPort() + opening;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            secure(exchange.getResponseHeaders());
            String path = exchange.getRequestURI().getPath();
            if (!isThisMachine(exchange.getRequestHeaders().getFirst("Host"))) {
                send(exchange, FORBIDDEN, "This is a page of this machine only.\n");
            } else if (!exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET");
                send(exchange, WRONG_METHOD, "There is nothing here but to look at.\n");
            } else if (isSame(path, opening) && opened.compareAndSet(false, true)) {
                exchange.getResponseHeaders().set("Location", root);
                exchange.sendResponseHeaders(SEE_OTHER, NO_BODY);
            } else if (isSame(path, root)) {
                send(exchange, "text/html; charset=utf-8", page);
            } else if (isSame(path, root + "data")) {
                sendData(exchange);
            } else {
                send(exchange, NOT_FOUND, "The address is the one that jdhat view printed.\n");
            }
        }
    }

    /** The page's own policy is in it; it cannot say there who may frame it. */
    private static void secure(Headers headers) {
        headers.set("Cache-Control", "no-store");
        headers.set("Content-Security-Policy", "frame-ancestors 'none'");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
    }

    /** The port may be another one, which a tunnel leads here from. */
    private static boolean isThisMachine(String host) {
        return host != null && host.matches("(127\\.0\\.0\\.1|localhost|\\[::1\\])(:\\d{1,5})?");
    }

    /** Takes the same time whatever the path begins with. */
    private static boolean isSame(String path, String expected) {
        return path != null
                && MessageDigest.isEqual(
                        path.getBytes(StandardCharsets.UTF_8),
                        expected.getBytes(StandardCharsets.UTF_8));
    }

    private void sendData(HttpExchange exchange) throws IOException {
        FollowedFile.Document document = file.document();
        Headers headers = exchange.getResponseHeaders();
        headers.set("ETag", document.tag());
        if (document.tag().equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(NOT_MODIFIED, NO_BODY);
            return;
        }
        headers.set("Content-Encoding", "gzip");
        send(exchange, "application/json", document.packed());
    }

    private static void send(HttpExchange exchange, String type, byte[] body)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(OK, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void send(HttpExchange exchange, int code, String text) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(code, NO_BODY);
            return;
        }
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(code, body.length);
        exchange.getResponseBody().write(body);
    }
}
