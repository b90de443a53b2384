// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class TestNameTest {
    private static TestName inAHelper() {
        Supplier<TestName> inALambda = TestName::ofCaller;
        return inALambda.get();
    }

    @Test
    void isTheTestMethodOnTheStack() {
        TestName name = inAHelper();
        assertEquals("dev.jdhat.junit.TestNameTest.isTheTestMethodOnTheStack", name.full());
        assertEquals("TestNameTest.isTheTestMethodOnTheStack()", name.label());
        assertEquals("TestNameTest.isTheTestMethodOnTheStack", name.file());
        assertEquals("TestNameTest#isTheTestMethodOnTheStack", name.forMaven());
    }

    @RepeatedTest(1)
    void knowsTestTemplates() {
        assertEquals("TestNameTest.knowsTestTemplates()", inAHelper().label());
    }

    @Test
    void isTheCallerWithoutATest() throws InterruptedException {
        TestName[] name = new TestName[1];
        Thread thread = new Thread(() -> name[0] = inAHelper());
        thread.start();
        thread.join();
        assertEquals("TestNameTest.inAHelper()", name[0].label());
    }

    @Test
    void aLambdaGoesByItsMethod() throws InterruptedException {
        TestName[] name = new TestName[1];
        Thread thread = new Thread(() -> name[0] = TestName.ofCaller());
        thread.start();
        thread.join();
        assertEquals("TestNameTest.aLambdaGoesByItsMethod()", name[0].label());
    }

    @Test
    void invocationsAreNumbered() {
        TestName name = new TestName("com.acme.ATest$Inner", "works", 3);
        assertEquals("ATest.Inner.works()[3]", name.label());
        assertEquals("com.acme.ATest$Inner.works[3]", name.full());
    }

    @Nested
    class Inner {
        @Test
        void classesAreNamed() {
            assertEquals("TestNameTest.Inner.classesAreNamed()", inAHelper().label());
        }
    }
}
