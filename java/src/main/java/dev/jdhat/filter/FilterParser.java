// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

package dev.jdhat.filter;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads one expression, from left to right. */
final class FilterParser {
    private static final String BEFORE = "was.";
    private static final String MORE = "more.";
    /** Nobody writes deeper than this; parentheses may not exhaust the stack. */
    private static final int DEPTH_MAX = 200;
    /** Nor more than this; a long row of tests is a deep one to whoever runs them. */
    private static final int LENGTH_MAX = 10_000;

    private final Cursor cursor;
    private int depth;
    private boolean compares;

    FilterParser(String text) {
        if (text.length() > LENGTH_MAX) {
            throw new FilterException("an expression has at most " + LENGTH_MAX
                    + " characters, and this one has " + text.length(), LENGTH_MAX);
        }
        cursor = new Cursor(text);
    }

    Filter parse() {
        Predicate<Subject> test = either();
        if (!cursor.atEnd()) {
            throw wrong("expected & or |, and found " + cursor.here());
        }
        return new Filter(cursor.text().trim(), test, compares);
    }

    private Predicate<Subject> either() {
        Predicate<Subject> test = both();
        while (cursor.take("|")) {
            test = test.or(both());
        }
        return test;
    }

    private Predicate<Subject> both() {
        Predicate<Subject> test = one();
        while (cursor.take("&")) {
            test = test.and(one());
        }
        return test;
    }

    private Predicate<Subject> one() {
        if (++depth > DEPTH_MAX) {
            throw wrong("the expression is nested too deep");
        }
        Predicate<Subject> test;
        if (cursor.take("!")) {
            test = one().negate();
        } else if (cursor.take("(")) {
            test = either();
            if (!cursor.take(")")) {
                throw wrong("expected ), and found " + cursor.here());
            }
        } else {
            test = test();
        }
        depth--;
        return test;
    }

    private Predicate<Subject> test() {
        int start = cursor.next();
        String word = cursor.word();
        if (word.isEmpty()) {
            throw wrong("expected a test such as class:\"HashMap\" or live>1MB, and found "
                    + cursor.here());
        }
        if (cursor.take(":")) {
            return textTest(word, start);
        }
        return cursor.sees("<>=!") ? figureTest(word, start) : stateTest(word, start);
    }

    private Predicate<Subject> textTest(String word, int start) {
        TextField field = Arrays.stream(TextField.values())
                .filter(each -> each.word().equals(word)).findFirst()
                .orElseThrow(() -> unknown(word, start,
                        Arrays.stream(TextField.values()).map(TextField::word)));
        Predicate<String> matches = cursor.take("~") ? pattern() : containing(cursor.string());
        return subject -> texts(field, subject).stream().anyMatch(matches);
    }

    private static Predicate<String> containing(String part) {
        return whole -> whole.contains(part);
    }

    private Predicate<String> pattern() {
        int start = cursor.next();
        String expression = cursor.string();
        try {
            return Pattern.compile(expression).asPredicate();
        } catch (PatternSyntaxException e) {
            throw cursor.wrong("\"" + expression + "\" is no regular expression, "
                    + e.getDescription(), start);
        }
    }

    private static List<String> texts(TextField field, Subject subject) {
        List<String> stack = subject.stack();
        switch (field) {
            case CLASS:
                return List.of(subject.type());
            case PACKAGE:
                return List.of(packageOf(subject.type()));
            case LEAF:
                return stack.subList(0, Math.min(1, stack.size()));
            case ROOT:
                return stack.subList(Math.max(0, stack.size() - 1), stack.size());
            default:
                return stack;
        }
    }

    private static String packageOf(String type) {
        return type.substring(0, Math.max(0, type.lastIndexOf('.')));
    }

    private Predicate<Subject> figureTest(String word, int start) {
        boolean before = word.startsWith(BEFORE);
        boolean more = word.startsWith(MORE);
        compares |= before || more;
        Measure measure = measure(word, before ? BEFORE : more ? MORE : "", start);
        Comparison comparison = comparison();
        double limit = amount(measure);
        if (more) {
            return subject -> comparison.holds(
                    subject.value(measure) - subject.valueBefore(measure), limit);
        }
        return subject -> comparison.holds(
                before ? subject.valueBefore(measure) : subject.value(measure), limit);
    }

    private Measure measure(String word, String prefix, int start) {
        String name = word.substring(prefix.length()).replaceFirst("^live\\b", "end");
        return Arrays.stream(Measure.values()).filter(each -> each.word().equals(name)).findFirst()
                .orElseThrow(() -> unknown(word, start,
                        Arrays.stream(Measure.values()).map(each -> prefix + each.word())));
    }

    private Comparison comparison() {
        return Arrays.stream(Comparison.values()).filter(each -> cursor.take(each.sign()))
                .findFirst().orElseThrow(() ->
                        wrong("expected <, <=, =, !=, >= or >, and found " + cursor.here()));
    }

    private double amount(Measure measure) {
        int start = cursor.next();
        String found = cursor.here();
        String digits = cursor.digits();
        double amount = Amount.of(measure.kind(), Amount.number(digits), cursor.unit());
        if (Double.isNaN(amount)) {
            throw cursor.wrong(measure.word() + " is " + Amount.help(measure.kind())
                    + ", found " + found, start);
        }
        return amount;
    }

    private Predicate<Subject> stateTest(String word, int start) {
        State state = Arrays.stream(State.values()).filter(each -> each.word().equals(word))
                .findFirst().orElseThrow(() -> unknown(word, start, words()));
        compares = true;
        return subject -> subject.is(state);
    }

    /** All that a test can begin with. */
    private static Stream<String> words() {
        return Stream.of(
                Arrays.stream(TextField.values()).map(field -> field.word() + ":"),
                Arrays.stream(Measure.values()).map(Measure::word),
                Arrays.stream(State.values()).map(State::word)).flatMap(each -> each);
    }

    private FilterException unknown(String word, int start, Stream<String> known) {
        return cursor.wrong("there is no " + word + ", there are "
                + known.collect(Collectors.joining(", ")) + ";", start);
    }

    private FilterException wrong(String what) {
        return cursor.wrong(what, cursor.next());
    }
}
