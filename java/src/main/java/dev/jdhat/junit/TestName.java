// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a measured test is called; immutable. */
final class TestName {
    private static final Set<String> OWN = Set.of(TestName.class.getName(),
            HeapAssert.class.getName());

    /** A lambda goes by the method in which it is written. */
    private static final Pattern LAMBDA = Pattern.compile("^lambda\\$(.+)\\$\\d+$");

    private final String className;
    private final String methodName;
    private final int invocation;

    /** Invocation: of a repeated or parameterised test, from 1; 0 when there is but one. */
    TestName(String className, String methodName, int invocation) {
        this.className = className;
        this.methodName = methodName;
        this.invocation = invocation;
    }

    /**
     * The test method that the calling thread runs: the nearest caller with an annotation of a test
     * framework, or, where there is none, the nearest.
     */
    static TestName ofCaller() {
        List<StackWalker.StackFrame> callers = StackWalker
                .getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.filter(frame -> !OWN.contains(frame.getClassName()))
                        .collect(Collectors.toList()));
        StackWalker.StackFrame named = callers.stream().filter(TestName::isTest).findFirst()
                .or(() -> callers.stream().findFirst()).orElseThrow();
        return new TestName(named.getClassName(),
                LAMBDA.matcher(named.getMethodName()).replaceFirst("$1"), 0);
    }

    private static boolean isTest(StackWalker.StackFrame frame) {
        for (Method method : methods(frame.getDeclaringClass())) {
            if (method.getName().equals(frame.getMethodName())
                    && Arrays.stream(method.getAnnotations()).anyMatch(TestName::marksTest)) {
                return true;
            }
        }
        return false;
    }

    private static Method[] methods(Class<?> type) {
        try {
            return type.getDeclaredMethods();
        } catch (LinkageError e) {
            return new Method[0];
        }
    }

    private static boolean marksTest(Annotation annotation) {
        String name = annotation.annotationType().getName();
        return name.startsWith("org.junit.") || name.startsWith("org.testng.");
    }

    String className() {
        return className;
    }

    String methodName() {
        return methodName;
    }

    /** One name per test: {@code com.acme.ParserTest.parsesLong}. */
    String full() {
        return className + "." + methodName + suffix();
    }

    /** As a message begins: {@code ParserTest.parsesLong()}. */
    String label() {
        return simpleClass() + "." + methodName + "()" + suffix();
    }

    /** For files: {@code ParserTest.parsesLong}. */
    String file() {
        return simpleClass() + "." + methodName + suffix();
    }

    /** What Maven calls it: {@code ParserTest#parsesLong}. */
    String forMaven() {
        return className.substring(className.lastIndexOf('.') + 1) + "#" + methodName;
    }

    private String simpleClass() {
        return className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
    }

    private String suffix() {
        return Optional.of(invocation).filter(n -> n > 0).map(n -> "[" + n + "]").orElse("");
    }
}
