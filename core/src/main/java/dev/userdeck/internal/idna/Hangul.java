package dev.userdeck.internal.idna;

/** Korean syllables and their parts, by the arithmetic of the Unicode Standard, section 3.12. */
final class Hangul {
    private static final int SYLLABLES = 0xAC00;
    private static final int LEADING = 0x1100;
    private static final int VOWELS = 0x1161;

    /** One before the first: a syllable may have none. */
    private static final int TRAILING = 0x11A7;

    private static final int LEADING_COUNT = 19;
    private static final int VOWEL_COUNT = 21;
    private static final int TRAILING_COUNT = 28;
    private static final int SYLLABLE_COUNT = LEADING_COUNT * VOWEL_COUNT * TRAILING_COUNT;

    private Hangul() {}

    /** The two or three parts of a syllable; nothing of anything else. */
    static int[] decomposed(int c) {
        int index = c - SYLLABLES;
        if (index < 0 || index >= SYLLABLE_COUNT) {
            return new int[0];
        }
        int leading = LEADING + index / TRAILING_COUNT / VOWEL_COUNT;
        int vowel = VOWELS + index / TRAILING_COUNT % VOWEL_COUNT;
        int trailing = index % TRAILING_COUNT;
        return trailing == 0 ? new int[] {leading, vowel} : new int[] {leading, vowel, TRAILING + trailing};
    }

    /** The syllable of two parts, or of one without an end and its end; -1 if they are something else. */
    static int composed(int first, int second) {
        int leading = first - LEADING;
        int vowel = second - VOWELS;
        if (leading >= 0 && leading < LEADING_COUNT && vowel >= 0 && vowel < VOWEL_COUNT) {
            return SYLLABLES + (leading * VOWEL_COUNT + vowel) * TRAILING_COUNT;
        }
        int syllable = first - SYLLABLES;
        int trailing = second - TRAILING;
        boolean isOpen = syllable >= 0 && syllable < SYLLABLE_COUNT && syllable % TRAILING_COUNT == 0;
        return isOpen && trailing > 0 && trailing < TRAILING_COUNT ? first + trailing : -1;
    }
}
