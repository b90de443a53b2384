// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jdhat.profile.Sampling;
import dev.jdhat.profile.Tally;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every message word for word. */
class LimitTest {
    private static final String READ = "com.acme.Parser.read (Parser.java:42)";
    private static final String GROW = "java.util.Arrays.copyOf (Arrays.java:3537)";

    @TempDir
    Path folder;

    private int runs;

    @BeforeEach
    void reportHere() throws IOException {
        Reports.writeTo(folder);
    }

    private HeapAssert on(FakeWindow window) {
        return new HeapAssert(() -> runs++, window.windows());
    }

    private void failsWith(String expected, FakeWindow window, Consumer<HeapAssert> assertion) {
        AssertionError error = assertThrows(AssertionError.class,
                () -> assertion.accept(on(window)));
        List<String> lines = List.of(error.getMessage().split(System.lineSeparator()));
        assertEquals(expected, String.join("\n", lines.subList(0, lines.size() - 1)));
        assertTrue(lines.size() < 15);
        assertTrue(lines.get(lines.size() - 1).matches(
                "  profile: .*/LimitTest\\.\\w+(-\\d)?\\.json \\(open it with dh_view\\.html\\)"),
                error.getMessage());
        assertEquals(LimitTest.class.getName(), error.getStackTrace()[0].getClassName());
        assertTrue(window.isClosed());
    }

    private static FakeWindow six() {
        return new FakeWindow()
                .block("byte[]", 640, 2, GROW, READ)
                .block("com.acme.Token", 416, 1, READ)
                .block("char[]", 120, 1, "com.acme.Parser.skip (Parser.java:50)")
                .block("int[]", 80, 2, "com.acme.Parser.skip (Parser.java:51)");
    }

    @Test
    void bytesWithinTheLimitPass() {
        on(six()).allocatesAtMost(1_256);
        assertEquals(1, runs);
    }

    @Test
    void bytesOver() {
        failsWith("jdhat: LimitTest.bytesOver() allocated 1,256 bytes in 6 blocks; the limit is"
                + " 1,000 bytes (256 over)\n"
                + "  the sites that spent most:\n"
                + "  640 bytes in 2 blocks  byte[]  by java.util.Arrays.copyOf"
                + "  at com.acme.Parser.read(Parser.java:42)\n"
                + "  416 bytes in 1 block  com.acme.Token"
                + "  at com.acme.Parser.read(Parser.java:42)\n"
                + "  120 bytes in 1 block  char[]  at com.acme.Parser.skip(Parser.java:50)\n"
                + "  and 1 site more", six(), it -> it.allocatesAtMost(1_000));
    }

    @Test
    void blocksOver() {
        failsWith("jdhat: LimitTest.blocksOver() allocated 80 bytes in 2 blocks of int[]; the limit"
                + " is 1 block (1 over)\n"
                + "  the site:\n"
                + "  80 bytes in 2 blocks  int[]  at com.acme.Parser.skip(Parser.java:51)",
                six(), it -> it.ofType(int[].class).allocatesAtMostBlocks(1));
    }

    @Test
    void nothingAfterOneRunToWarmUp() {
        failsWith("jdhat: LimitTest.nothingAfterOneRunToWarmUp() allocated 16 bytes in 1 block in"
                + " com.acme on all threads; it must allocate nothing\n"
                + "  the site:\n"
                + "  16 bytes in 1 block  java.lang.Integer  by java.lang.Integer.valueOf"
                + "  at com.acme.Ring.publish(Ring.java:7)",
                new FakeWindow().block("java.lang.Integer", 16, 1,
                        "java.lang.Integer.valueOf (Integer.java:1081)",
                        "com.acme.Ring.publish (Ring.java:7)"),
                it -> it.inPackages("com.acme").allThreads().allocatesNothing());
        assertEquals(2, runs);
    }

    @Test
    void perRun() {
        failsWith("jdhat: LimitTest.perRun() allocated 126 bytes in 1 block per run (10 runs); the"
                + " limit is 125 bytes per run (1 over)\n"
                + "  the sites that spent most:\n"
                + "  64 bytes in 1 block  byte[]  by java.util.Arrays.copyOf"
                + "  at com.acme.Parser.read(Parser.java:42)\n"
                + "  42 bytes in 1 block  com.acme.Token  at com.acme.Parser.read(Parser.java:42)\n"
                + "  12 bytes in 1 block  char[]  at com.acme.Parser.skip(Parser.java:50)\n"
                + "  and 1 site more", six(), it -> it.repeating(10).allocatesAtMost(125));
        assertEquals(10, runs);
    }

    @Test
    void perSite() {
        on(six()).perSite().allocatesAtMost(640);
        failsWith("jdhat: LimitTest.perSite() allocated 640 bytes in 2 blocks at one site; the"
                + " limit is 500 bytes per site (140 over)\n"
                + "  the sites that spent most:\n"
                + "  640 bytes in 2 blocks  byte[]  by java.util.Arrays.copyOf"
                + "  at com.acme.Parser.read(Parser.java:42)\n"
                + "  416 bytes in 1 block  com.acme.Token"
                + "  at com.acme.Parser.read(Parser.java:42)\n"
                + "  120 bytes in 1 block  char[]  at com.acme.Parser.skip(Parser.java:50)\n"
                + "  and 1 site more", six(), it -> it.perSite().allocatesAtMost(500));
    }

    @Test
    void peak() {
        FakeWindow window = six();
        on(window).peaksAtMost(1_256);
        assertEquals(1, window.settles());
        failsWith("jdhat: LimitTest.peak() held 1,256 bytes in 6 blocks at its peak; the limit is"
                + " 1,255 bytes (1 over)\n"
                + "  the sites that held most:\n"
                + "  640 bytes in 2 blocks  byte[]  by java.util.Arrays.copyOf"
                + "  at com.acme.Parser.read(Parser.java:42)\n"
                + "  416 bytes in 1 block  com.acme.Token"
                + "  at com.acme.Parser.read(Parser.java:42)\n"
                + "  120 bytes in 1 block  char[]  at com.acme.Parser.skip(Parser.java:50)\n"
                + "  and 1 site more", six(), it -> it.peaksAtMost(1_255));
    }

    @Test
    void leaks() {
        failsWith("jdhat: LimitTest.leaks() leaked 1,600 bytes in 100 blocks per run (5 runs); it"
                + " must leak nothing\n"
                + "  the site:\n"
                + "  1,600 bytes in 100 blocks  com.acme.Listener"
                + "  at com.acme.Bus.listen(Bus.java:9)",
                new FakeWindow().alive("com.acme.Listener", 1, "com.acme.Bus.listen (Bus.java:9)",
                        100, 200, 300, 400, 500), HeapAssert::leaksNothing);
        assertEquals(6, runs);
    }

    @Test
    void leaksOfOneRun() {
        failsWith("jdhat: LimitTest.leaksOfOneRun() leaked 48 bytes in 3 blocks; the limit is 16"
                + " bytes (32 over)\n"
                + "  the site:\n"
                + "  48 bytes in 3 blocks  com.acme.Listener  at com.acme.Bus.listen(Bus.java:9)",
                new FakeWindow().alive("com.acme.Listener", 1, "com.acme.Bus.listen (Bus.java:9)",
                        0, 3), it -> it.repeating(1).leaksAtMost(16));
    }

    @Test
    void linkingDoesNotCount() {
        FakeWindow window = new FakeWindow().block("java.lang.Object", 16, 1, READ)
                .block("byte[]", 640, 2, "java.lang.ClassLoader.defineClass (ClassLoader.java:1)",
                        "java.lang.ClassLoader.loadClass (ClassLoader.java:2)", READ)
                .block("byte[]", 64, 1, "com.acme.Parser.<clinit> (Parser.java:1)", READ);
        on(window).allocatesAtMost(16);
        failsWith("jdhat: LimitTest.linkingDoesNotCount() allocated 16 bytes in 1 block; the limit"
                + " is 15 bytes (1 over)\n"
                + "  the site:\n"
                + "  16 bytes in 1 block  java.lang.Object"
                + "  at com.acme.Parser.read(Parser.java:42)\n"
                + "  classes were loaded meanwhile, and not all that the JVM allocates for that can"
                + " be told apart; warm up for exact figures",
                window, it -> it.allocatesAtMost(15));
    }

    @Test
    void ofAllThreadsTheTestAndTheProgramCount() {
        String worker = "com.acme.Worker.run (Worker.java:3)";
        String test = "dev.jdhat.junit.LimitTest.ofAllThreadsTheTestAndTheProgramCount"
                + " (LimitTest.java:1)";
        FakeWindow window = new FakeWindow().block("byte[]", 100, 1, READ, worker)
                .block("byte[]", 30, 1, READ, test, "org.junit.Runner.run (Runner.java:1)")
                .block("byte[]", 7_000, 1, READ, "org.junit.Runner.run (Runner.java:1)");
        on(window).allThreads().allocatesAtMost(130);
        assertThrows(AssertionError.class, () -> on(window).allThreads().allocatesAtMost(129));
    }

    @Test
    void theTestsApparatusDoesNotCount() {
        on(new FakeWindow().block("byte[]", 640, 2, GROW,
                "org.junit.jupiter.api.AssertionUtils.format (AssertionUtils.java:1)", READ))
                .allocatesNothing();
    }

    @Test
    void threadsOfTheJdkDoNotCount() {
        on(new FakeWindow().block("byte[]", 640, 2, GROW, "java.lang.Thread.run (Thread.java:1)"))
                .allThreads().allocatesNothing();
    }

    @Test
    void whatIsNotKnownIsNotJudged() {
        FakeWindow sampled = six();
        sampled.info().sampled(true).sampling(Sampling.every(524_288));
        refuses("A heap usage test needs to see every block, and the session that runs samples"
                + " every 524,288 bytes; start it with interval=0, or leave it to the test.",
                sampled, it -> it.allocatesAtMost(1));
        FakeWindow busy = six();
        busy.info().sampled(true);
        refuses("A heap usage test needs to see every block, and the session that runs samples"
                + " beyond its budget; start it with interval=0, or leave it to the test.",
                busy, it -> it.allocatesAtMost(1));
        FakeWindow lost = six();
        lost.info().lost(new Tally(3, 96));
        refuses("3 blocks found no room in the agent and were not counted; measure less at once.",
                lost, it -> it.allocatesAtMost(10_000));
        FakeWindow unwatched = six();
        unwatched.info().lifetimes(false).collector("ZGC (generational)");
        refuses("What is held cannot be known under ZGC (generational) when every block is seen;"
                + " run the tests with another collector, for example -XX:+UseG1GC.",
                unwatched, it -> it.peaksAtMost(10_000));
        on(unwatched).allocatesAtMost(1_256);
        FakeWindow thinned = six();
        thinned.info().thinned(true);
        refuses("The agent had no memory left to watch every block, so what is held is not known"
                + " exactly; measure less at once.", thinned, HeapAssert::leaksNothing);
    }

    private void refuses(String message, FakeWindow window, Consumer<HeapAssert> assertion) {
        assertEquals(message, assertThrows(IllegalStateException.class,
                () -> assertion.accept(on(window))).getMessage());
        assertTrue(window.isClosed());
    }

    @Test
    void theWorksOwnExceptionComesThrough() {
        IOException thrown = new IOException("no file");
        FakeWindow window = six();
        HeapAssert it = new HeapAssert(() -> {
            throw thrown;
        }, window.windows());
        assertEquals(thrown, assertThrows(IOException.class, () -> it.allocatesAtMost(1)));
        assertTrue(window.isClosed());
    }
}
