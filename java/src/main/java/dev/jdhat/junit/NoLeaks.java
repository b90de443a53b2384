// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The test method leaves nothing behind: run again and again, on the same test instance, no place
 * in the program holds more blocks each time. What is made once and kept, a cache for example, is
 * no leak; see {@link HeapAssert#leaksNothing} for the verdict and its cost. On a class: each of
 * its tests, unless they say otherwise.
 *
 * <p>The method is run {@code warmUp + repeat} times between one {@code @BeforeEach} and one
 * {@code @AfterEach}. What it stores in fields of the test instance is held, and a leak.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@ExtendWith(HeapExtension.class)
public @interface NoLeaks {
    /** Runs that are measured; with 1, everything that the run leaves alive is a leak. */
    int repeat() default 5;

    /** Runs of the method before that. */
    int warmUp() default 1;

    /** Bytes per run with a unit that may be left behind; powers of 1024. */
    String atMost() default "0";

    /** Whose allocations count. */
    Threads threads() default Threads.THIS;

    /** Only blocks with a frame in one of these packages in their stack count; empty: all. */
    String[] packages() default {};
}
