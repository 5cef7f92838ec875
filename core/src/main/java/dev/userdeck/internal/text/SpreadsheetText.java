package dev.userdeck.internal.text;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What spreadsheets do to texts that look like numbers, days or truth values to them, unless they are told that it is text:
 * {@code 00170} becomes 170, {@code 143e8} 1.43E+10, {@code 3-4} a day in March.
 */
public final class SpreadsheetText {
    /** More digits than that are lost. */
    private static final int DIGITS = 15;

    private static final Pattern SAME = Pattern.compile("-?(0|[1-9]\\d{0,14})");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d[\\d.,'\u00a0\u202f ]*|[.,]\\d+)([eE][+-]?\\d{1,4})?%?");
    private static final Pattern EXPONENT = Pattern.compile("[+-]?\\d([.,]\\d+)?E[+-]?\\d{2,3}");
    private static final String MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,7}\\.?";
    private static final Pattern DAY = Pattern.compile(
            "\\d{1,4}[-/.:]\\d{1,2}([-/.: ]\\d{1,4}){0,5}( ?[ap]m)?"
                    + "|" + MONTH + "[-/. ,]{0,2}\\d{1,4}([-/. ,]{1,2}\\d{1,4})?"
                    + "|\\d{1,4}[-/. ]{0,2}" + MONTH + "([-/. ]{0,2}\\d{1,4})?",
            CASE_INSENSITIVE);
    private static final Pattern TRUTH = Pattern.compile("true|false", CASE_INSENSITIVE);

    private SpreadsheetText() {}

    /** Whether a spreadsheet would write something else where it read this. */
    public static boolean changes(String text) {
        return !SAME.matcher(text).matches() && isTaken(text);
    }

    /** Whether a spreadsheet takes this for a number, a day or a truth value, so that it may have been another text before. */
    public static boolean isTaken(String text) {
        return NUMBER.matcher(text).matches()
                || DAY.matcher(text).matches()
                || TRUTH.matcher(text).matches();
    }

    /** Whether this is a number as only spreadsheets show it, so that most of its digits may be lost. */
    public static boolean isCutShort(String text) {
        return EXPONENT.matcher(text).matches();
    }

    /** Whether a spreadsheet may have made the second of the first, and nobody else did anything. */
    public static boolean mayHaveMade(String was, String is) {
        if (was.equals(is) || !changes(was) || !isTaken(is)) {
            return false;
        }
        if (TRUTH.matcher(was).matches()) {
            return was.equalsIgnoreCase(is);
        }
        Optional<BigDecimal> before = number(was);
        Optional<BigDecimal> after = number(is);
        if (before.isPresent() && after.isPresent() && isRounded(before.get(), after.get(), is)) {
            return true;
        }
        // of a day the form alone is looked at: which it becomes depends on the country. Days may be shown as numbers
        return DAY.matcher(was).matches()
                && (DAY.matcher(is).matches() || SAME.matcher(is).matches());
    }

    private static boolean isRounded(BigDecimal before, BigDecimal after, String shown) {
        if (before.compareTo(after) == 0) {
            return true;
        }
        int digits = isCutShort(shown) ? digits(shown) : DIGITS;
        return round(before, digits, RoundingMode.HALF_UP).compareTo(after) == 0
                || round(before, digits, RoundingMode.DOWN).compareTo(after) == 0;
    }

    private static BigDecimal round(BigDecimal number, int digits, RoundingMode how) {
        return number.round(new MathContext(digits, how));
    }

    private static int digits(String exponential) {
        return (int) exponential
                .substring(0, exponential.indexOf('E'))
                .chars()
                .filter(Character::isDigit)
                .count();
    }

    /** What number this is, with a point or a comma before the decimals. */
    private static Optional<BigDecimal> number(String text) {
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text.replace(',', '.')));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
