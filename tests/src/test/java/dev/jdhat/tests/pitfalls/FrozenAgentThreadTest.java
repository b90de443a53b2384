// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.tests.pitfalls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import dev.jdhat.tests.harness.Jvm;
import dev.jdhat.tests.harness.RecordedProfile;
import dev.jdhat.tests.harness.Target;
import dev.jdhat.tests.harness.TestJvm;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A debugger suspends the agent's thread: the target runs on, and what has no room is counted. */
class FrozenAgentThreadTest {
    private static final Pattern PORT = Pattern.compile("at address: (?:.*:)?(\\d+)");

    @ParameterizedTest
    @EnumSource(names = {"JDK_17", "JDK_25"})
    void doesNotStopTheTarget(Jvm jvm) throws Exception {
        jvm.require();
        try (Target target = TestJvm.on(jvm, "Frozen")
                .options("-agentlib:jdwp=transport=dt_socket,server=y,suspend=n"
                        + ",address=127.0.0.1:0")
                .recording("interval=0", "max-memory=16m")
                .start()) {
            target.awaitLine("ready");
            VirtualMachine debugger = debug(target);
            List<ThreadReference> frozen = agentThreads(debugger);
            assertFalse(frozen.isEmpty(), "The agent's thread is a thread that a debugger sees");
            frozen.forEach(ThreadReference::suspend);
            target.send("work");
            target.awaitLine("worked");
            frozen.forEach(ThreadReference::resume);
            debugger.dispose();
            // The command is answered by the thread that was frozen: it has caught up then.
            target.attach("mark=thawed");
            target.send("end");
            assertEquals(0, target.await(), target.toString());
            check(target.profile());
        }
    }

    private static void check(RecordedProfile profile) {
        double counted = profile.through("Frozen.work").of("Thing").total().blocks();
        long lost = profile.info().lost().blocks();
        assertTrue(counted + lost >= 3_000_000 && counted <= 3_000_000,
                counted + " blocks counted, " + lost + " lost");
        assertTrue(lost == 0 || !profile.info().exact(), "With losses it is not called exact");
        profile.through("Frozen.after").of("Thing").total().is(1000, 24_000);
    }

    private static List<ThreadReference> agentThreads(VirtualMachine debugger) {
        return debugger.allThreads().stream()
                .filter(thread -> thread.name().toLowerCase().contains("jdhat"))
                .toList();
    }

    private static VirtualMachine debug(Target target) throws Exception {
        Matcher port = PORT.matcher(target.out());
        assertTrue(port.find(), target.toString());
        AttachingConnector connector = Bootstrap.virtualMachineManager().attachingConnectors()
                .stream()
                .filter(c -> c.name().equals("com.sun.jdi.SocketAttach"))
                .findFirst().orElseThrow();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        arguments.get("hostname").setValue("127.0.0.1");
        arguments.get("port").setValue(port.group(1));
        return connector.attach(arguments);
    }
}
