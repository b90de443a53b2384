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
 * The test method may allocate so much, and no more. Everything that it allocates counts, whatever
 * becomes of it. On a class: each of its tests, those of nested classes included, unless they say
 * otherwise.
 *
 * <pre>{@code
 * @Test
 * @MaxAllocated("64 kB")
 * void parsesLong() { … }
 * }</pre>
 *
 * <p>The first run of a method may also pay for classes that it loads; {@link #warmUp} runs it
 * before it is measured, which exact limits need.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@ExtendWith(HeapExtension.class)
public @interface MaxAllocated {
    /** Bytes with a unit, as in {@code "512"}, {@code "64 kB"}, {@code "1 MB"}; powers of 1024. */
    String value() default "";

    /** Bytes, instead of {@link #value}; −1 is no limit. */
    long bytes() default -1;

    /** Blocks, also together with bytes; −1 is no limit. */
    long blocks() default -1;

    /** Runs of the method before it is measured, on the same test instance. */
    int warmUp() default 0;

    /** Whose allocations count. */
    Threads threads() default Threads.THIS;

    /** Only blocks with a frame in one of these packages in their stack count; empty: all. */
    String[] packages() default {};
}
