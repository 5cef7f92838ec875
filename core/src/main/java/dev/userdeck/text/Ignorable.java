package dev.userdeck.text;

/**
 * Characters that are not seen: {@code Default_Ignorable_Code_Point} of Unicode, which holds the places of those to come too,
 * so that the answer is the same on each Java; and the marks of interlinear annotation.
 */
final class Ignorable {
    private static final int SOFT_HYPHEN = 0xAD;

    /** First and last of each range, in order. */
    private static final int[] RANGES = {
        SOFT_HYPHEN,
        SOFT_HYPHEN,
        0x34F,
        0x34F,
        0x61C,
        0x61C,
        0x115F,
        0x1160,
        0x17B4,
        0x17B5,
        0x180B,
        0x180F,
        0x200B,
        0x200F,
        0x202A,
        0x202E,
        0x2060,
        0x206F,
        0x3164,
        0x3164,
        0xFE00,
        0xFE0F,
        0xFEFF,
        0xFEFF,
        0xFFA0,
        0xFFA0,
        0xFFF0,
        0xFFFB,
        0x1BCA0,
        0x1BCA3,
        0x1D173,
        0x1D17A,
        0xE0000,
        0xE0FFF
    };

    private Ignorable() {}

    /** Whether it is one of them. */
    static boolean is(int c) {
        if (c < SOFT_HYPHEN) {
            return false;
        }
        for (int i = 0; i < RANGES.length; i += 2) {
            if (c <= RANGES[i + 1]) {
                return c >= RANGES[i];
            }
        }
        return false;
    }

    /** The text without them. */
    static String dropped(String text) {
        if (text.codePoints().noneMatch(Ignorable::is)) {
            return text;
        }
        return text.codePoints()
                .filter(c -> !is(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
