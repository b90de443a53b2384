// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Carries out {@link MaxAllocated}, {@link NoAllocation}, {@link MaxPeak}, {@link NoLeaks} and
 * {@link ProfileHeap}, which bring it with them. Only with limits for a whole module it has to be
 * registered otherwise: by JUnit's automatic detection, with the configuration parameters
 * {@code jdhat.max-allocated}, {@code jdhat.no-allocation}, {@code jdhat.max-peak},
 * {@code jdhat.no-leaks}, {@code jdhat.profile} and {@code jdhat.threads}, which hold where no
 * annotation says otherwise.
 *
 * <p>Measured is what the test method does, without {@code @BeforeEach} and {@code @AfterEach}.
 * Dynamic tests have no method of their own; {@link HeapAssert} is for them.
 */
public final class HeapExtension implements InvocationInterceptor {
    /** For JUnit. */
    public HeapExtension() {
    }

    @Override
    public void interceptTestMethod(Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> call, ExtensionContext context) throws Throwable {
        measure(invocation, call, context);
    }

    @Override
    public void interceptTestTemplateMethod(Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> call, ExtensionContext context) throws Throwable {
        measure(invocation, call, context);
    }

    @Override
    public <T> T interceptTestFactoryMethod(Invocation<T> invocation,
            ReflectiveInvocationContext<Method> call, ExtensionContext context) throws Throwable {
        if (TestLimits.areOn(call.getExecutable())) {
            throw new ExtensionConfigurationException("jdhat measures test methods, and the dynamic"
                    + " tests of " + call.getExecutable() + " have none; use HeapAssert in them.");
        }
        return invocation.proceed();
    }

    private static void measure(Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> call, ExtensionContext context) throws Throwable {
        Method method = call.getExecutable();
        TestName name = new TestName(context.getRequiredTestClass().getName(), method.getName(),
                invocationNumber(context.getUniqueId()));
        Plan plan = TestLimits.of(name, method, context);
        if (plan.questions().isEmpty()) {
            invocation.proceed();
        } else {
            HeapTestRun.run(plan, name, ProfilerWindow::open, new Runs(invocation, call));
        }
    }

    /** JUnit's ids of repeated and parameterised tests end in {@code #2]}. */
    private static int invocationNumber(String id) {
        int number = id.lastIndexOf('#') + 1;
        String digits = id.substring(number, id.length() - 1);
        return number > 0 && digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
    }

    /** The first run is JUnit's; it allows one only. */
    private static final class Runs implements HeapAssert.Work {
        private final Invocation<Void> first;
        private final ReflectiveInvocationContext<Method> call;
        private boolean begun;

        Runs(Invocation<Void> first, ReflectiveInvocationContext<Method> call) {
            this.first = first;
            this.call = call;
        }

        @Override
        public void run() throws Throwable {
            if (!begun) {
                begun = true;
                first.proceed();
            } else {
                ReflectionSupport.invokeMethod(call.getExecutable(),
                        call.getTarget().orElse(null), call.getArguments().toArray());
            }
        }
    }
}
