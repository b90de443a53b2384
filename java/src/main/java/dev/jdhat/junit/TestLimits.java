// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What the annotations of a test ask: those of the method, else those of its class, else of the
 * classes around it, else the configuration parameters; each kind of limit by itself.
 */
final class TestLimits {
    private static final List<Class<? extends Annotation>> KINDS = List.of(MaxAllocated.class,
            NoAllocation.class, MaxPeak.class, NoLeaks.class, ProfileHeap.class);

    private final TestName name;
    private final Method method;
    private final List<Question> questions = new ArrayList<>();
    private int warmUp;
    private int runs = 1;

    private TestLimits(TestName name, Method method) {
        this.name = name;
        this.method = method;
    }

    /** A plan without questions when nothing is asked. */
    static Plan of(TestName name, Method method, ExtensionContext context) {
        TestLimits limits = new TestLimits(name, method);
        ModuleLimits defaults = new ModuleLimits(context);
        List<AnnotatedElement> levels = levels(method, context.getRequiredTestClass());
        limits.addAllocated(levels, defaults);
        limits.addPeak(levels, defaults);
        limits.addLeaks(levels, defaults);
        limits.addProfile(levels, defaults);
        return new Plan(limits.warmUp, limits.runs, limits.questions);
    }

    /** Whether the element itself has one of the annotations. */
    static boolean areOn(AnnotatedElement element) {
        return KINDS.stream().anyMatch(kind -> AnnotationSupport.isAnnotated(element, kind));
    }

    private static List<AnnotatedElement> levels(Method method, Class<?> testClass) {
        List<AnnotatedElement> levels = new ArrayList<>(List.of(method));
        for (Class<?> type = testClass; type != null; type = type.getEnclosingClass()) {
            levels.add(type);
        }
        return levels;
    }

    private void addAllocated(List<AnnotatedElement> levels, ModuleLimits defaults) {
        for (AnnotatedElement level : levels) {
            Optional<MaxAllocated> most = AnnotationSupport.findAnnotation(level,
                    MaxAllocated.class);
            Optional<NoAllocation> none = AnnotationSupport.findAnnotation(level,
                    NoAllocation.class);
            most.ifPresent(this::add);
            none.ifPresent(limit -> allocated(limit.threads(), limit.packages(), limit.warmUp(),
                    -1, 0));
            if (most.isPresent() || none.isPresent()) {
                return;
            }
        }
        defaults.maxAllocated().ifPresent(most -> allocated(defaults.threads(), new String[0], 0,
                most, -1));
        if (defaults.noAllocation()) {
            allocated(defaults.threads(), new String[0], 1, -1, 0);
        }
    }

    private void add(MaxAllocated limit) {
        long bytes = bytes(limit.value(), limit.bytes(), "@MaxAllocated");
        if (bytes < 0 && limit.blocks() < 0) {
            throw new ExtensionConfigurationException("@MaxAllocated on " + method
                    + " says no limit; write @MaxAllocated(\"64 kB\") or name blocks.");
        }
        allocated(limit.threads(), limit.packages(), limit.warmUp(), bytes, limit.blocks());
    }

    private void allocated(Threads threads, String[] packages, int warmUps, long bytes,
            long blocks) {
        if (bytes >= 0) {
            add(threads, packages, warmUps, window -> Limit.bytes(Quantity.ALLOCATED, bytes, false,
                    Counted.of(window, List.of()), window));
        }
        if (blocks >= 0) {
            add(threads, packages, warmUps, window -> Limit.blocks(Quantity.ALLOCATED, blocks,
                    false, Counted.of(window, List.of()), window));
        }
    }

    private void addPeak(List<AnnotatedElement> levels, ModuleLimits defaults) {
        Optional<MaxPeak> found = nearest(levels, MaxPeak.class);
        found.ifPresent(limit -> {
            long bytes = bytes(limit.value(), limit.bytes(), "@MaxPeak");
            if (bytes < 0) {
                throw new ExtensionConfigurationException("@MaxPeak on " + method
                        + " says no limit; write @MaxPeak(\"64 kB\").");
            }
            limit(Quantity.PEAK, limit.threads(), limit.packages(), limit.warmUp(), bytes);
        });
        if (found.isEmpty()) {
            defaults.maxPeak().ifPresent(most -> limit(Quantity.PEAK, defaults.threads(),
                    new String[0], 0, most));
        }
    }

    private void addLeaks(List<AnnotatedElement> levels, ModuleLimits defaults) {
        Optional<NoLeaks> found = nearest(levels, NoLeaks.class);
        found.ifPresent(limit -> {
            runs = limit.repeat();
            limit(Quantity.LEAKED, limit.threads(), limit.packages(), limit.warmUp(),
                    bytes(limit.atMost(), -1, "@NoLeaks"));
        });
        if (found.isEmpty() && defaults.noLeaks()) {
            runs = ModuleLimits.LEAK_RUNS;
            limit(Quantity.LEAKED, defaults.threads(), new String[0], 1, 0);
        }
    }

    private void addProfile(List<AnnotatedElement> levels, ModuleLimits defaults) {
        Optional<ProfileHeap> found = nearest(levels, ProfileHeap.class);
        if (found.isPresent() || defaults.profile()) {
            questions.add(new Question(window(
                    found.map(ProfileHeap::threads).orElseGet(defaults::threads),
                    found.map(ProfileHeap::packages).orElse(new String[0])),
                    new ProfileOnly(), true));
        }
    }

    private static <A extends Annotation> Optional<A> nearest(List<AnnotatedElement> levels,
            Class<A> kind) {
        return levels.stream().map(level -> AnnotationSupport.findAnnotation(level, kind))
                .flatMap(Optional::stream).findFirst();
    }

    private static long bytes(String text, long bytes, String annotation) {
        return text.isEmpty() ? bytes : ByteSize.parse(text, "The limit of " + annotation);
    }

    private void limit(Quantity quantity, Threads threads, String[] packages, int warmUps,
            long bytes) {
        add(threads, packages, warmUps, window -> Limit.bytes(quantity, bytes, false,
                Counted.of(window, List.of()), window));
    }

    private void add(Threads threads, String[] packages, int warmUps,
            Function<WindowSpec, Judge> judge) {
        WindowSpec window = window(threads, packages);
        questions.add(new Question(window, judge.apply(window), false));
        warmUp = Math.max(warmUp, warmUps);
    }

    private WindowSpec window(Threads threads, String[] packages) {
        return new WindowSpec(name, method.getDeclaringClass().getName(), method.getName(),
                threads, List.of(packages));
    }
}
