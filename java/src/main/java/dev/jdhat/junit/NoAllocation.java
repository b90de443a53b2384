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
 * The test method allocates nothing. It is run once before it is measured, because the first run
 * loads classes and links lambdas. What test frameworks and assertion libraries allocate in it does
 * not count. On a class: each of its tests, unless they say otherwise.
 *
 * <p>Objects that the just-in-time compiler does not create (escape analysis) count as long as the
 * method is interpreted: a method that relies on it needs enough {@link #warmUp}, and is not sure
 * to be compiled then. {@link HeapAssert#allocatesNothing} on a loop is the better tool there.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@ExtendWith(HeapExtension.class)
public @interface NoAllocation {
    /** Runs of the method before it is measured, on the same test instance. */
    int warmUp() default 1;

    /** Whose allocations count. */
    Threads threads() default Threads.THIS;

    /** Only blocks with a frame in one of these packages in their stack count; empty: all. */
    String[] packages() default {};
}
