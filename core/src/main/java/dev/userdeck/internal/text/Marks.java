package dev.userdeck.internal.text;

/** Marks of which there are many that mean one: apostrophes, quotation marks, dashes. */
public final class Marks {
    private static final String APOSTROPHES =
            "\u2018\u2019\u201B\u2032\u2035`\u02B9\u02BB\u02BC\u02BD\u02BE\u02BF\u02C8\u02CA"
                    + "\u02CB\u05F3\u055A\u07F4\u07F5\uA78B\uA78C";
    private static final String QUOTES = "\u201C\u201D\u201E\u201F\u00AB\u00BB\u02BA\u02EE\u05F4\u301D\u301E\u301F";
    private static final String DASHES =
            "\u02D7\u058A\u05BE\u1806\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u2E3A\u2E3B";
    private static final int BLANK_OF_BRAILLE = 0x2800;

    private Marks() {}

    /** The one of ASCII that is meant, or the same character. */
    public static int plain(int c) {
        if (APOSTROPHES.indexOf(c) >= 0) {
            return '\'';
        }
        if (QUOTES.indexOf(c) >= 0) {
            return '"';
        }
        if (DASHES.indexOf(c) >= 0) {
            return '-';
        }
        return c == BLANK_OF_BRAILLE ? ' ' : c;
    }
}
