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
 * Writes the heap profile of the test method, a DHAT file of its own, whether it passes or not. On
 * a class: each of its tests. The file is named in {@code index.json}, in the same folder.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@ExtendWith(HeapExtension.class)
public @interface ProfileHeap {
    /** Whose allocations count. */
    Threads threads() default Threads.THIS;

    /** Only blocks with a frame in one of these packages in their stack count; empty: all. */
    String[] packages() default {};
}
