package dev.userdeck.internal.password;

import java.util.List;

/** Finds what only looks long: {@code abcabcabc…}, {@code 1234…}, {@code qwerty…}. */
final class Patterns {
    private static final int SHORT_UNIT = 5;
    private static final int LONG_RUN = 4;
    private static final List<String> KEYS = List.of(
            "1234567890qwertyuiopasdfghjklzxcvbnm",
            "1234567890qwertzuiopasdfghjklyxcvbnm",
            "1234567890azertyuiopqsdfghjklmwxcvbn",
            "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
            "1q2w3e4r5t6y7u8i9o0p");

    private Patterns() {}

    /** Tells whether lower-case text is one short piece over and over, or made of runs along the alphabet or the keys. */
    static boolean isTrivial(String text) {
        return unit(text).length() < SHORT_UNIT || hasFewRuns(text) || runsAlongTheKeys(text);
    }

    /** The shortest piece that, repeated and cut at the end, makes the text. */
    static String unit(String text) {
        for (int length = 1; length <= text.length() / 2; length++) {
            if (text.startsWith(text.substring(length))) {
                return text.substring(0, length);
            }
        }
        return text;
    }

    /** Characters that stay the same or go up or down by one, four to a run on average, as in {@code aaaa1234dcba}. */
    private static boolean hasFewRuns(String text) {
        int runs = 1;
        Integer step = null;
        for (int i = 1; i < text.length(); i++) {
            int next = step(text.charAt(i - 1), text.charAt(i));
            if (Math.abs(next) <= 1 && (step == null || step == next)) {
                step = next;
                continue;
            }
            runs++;
            step = null;
        }
        return runs * LONG_RUN <= text.length();
    }

    private static int step(char from, char to) {
        if (from == '9' && to == '0') {
            return 1;
        }
        return from == '0' && to == '9' ? -1 : to - from;
    }

    private static boolean runsAlongTheKeys(String text) {
        String backwards = new StringBuilder(text).reverse().toString();
        return KEYS.stream()
                .map(row -> row.repeat(1 + text.length() / row.length()) + row)
                .anyMatch(rows -> rows.contains(text) || rows.contains(backwards));
    }
}
