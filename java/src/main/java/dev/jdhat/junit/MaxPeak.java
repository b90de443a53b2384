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
 * What the test method holds at once may be so much, and no more. On a class: each of its tests,
 * those of nested classes included, unless they say otherwise.
 *
 * <p>A JVM knows what is held only right after a collection. jdhat forces one whenever 100,000
 * blocks wait for it, and at the end of the test; the largest figure seen is compared. So a failure
 * is always true, and a short peak between two collections may be missed.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@ExtendWith(HeapExtension.class)
public @interface MaxPeak {
    /** Bytes with a unit, as in {@code "512"}, {@code "64 kB"}, {@code "1 MB"}; powers of 1024. */
    String value() default "";

    /** Bytes, instead of {@link #value}; −1 is no limit. */
    long bytes() default -1;

    /** Runs of the method before it is measured, on the same test instance. */
    int warmUp() default 0;

    /** Whose allocations count. */
    Threads threads() default Threads.THIS;

    /** Only blocks with a frame in one of these packages in their stack count; empty: all. */
    String[] packages() default {};
}
