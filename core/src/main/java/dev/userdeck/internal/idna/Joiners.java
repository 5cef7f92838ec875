package dev.userdeck.internal.idna;

import static dev.userdeck.internal.idna.UnicodeTable.UNICODE;

/** The rules of RFC 5892, A.1 and A.2: a joiner stands only where it is seen. */
final class Joiners {
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;

    private Joiners() {}

    static boolean areInPlace(int[] label) {
        for (int i = 0; i < label.length; i++) {
            boolean isInPlace = !isJoiner(label[i])
                    || followsVirama(label, i)
                    || (label[i] == NON_JOINER && partsLetters(label, i));
            if (!isInPlace) {
                return false;
            }
        }
        return true;
    }

    private static boolean followsVirama(int[] label, int at) {
        return at > 0 && UNICODE.isVirama(label[at - 1]);
    }

    /** Between letters that would join. */
    private static boolean partsLetters(int[] label, int at) {
        JoiningType before = next(label, at, -1);
        JoiningType after = next(label, at, 1);
        return (before == JoiningType.LEFT || before == JoiningType.BOTH)
                && (after == JoiningType.RIGHT || after == JoiningType.BOTH);
    }

    private static JoiningType next(int[] label, int from, int step) {
        for (int i = from + step; i >= 0 && i < label.length; i += step) {
            JoiningType type = UNICODE.joiningType(label[i]);
            if (type != JoiningType.TRANSPARENT) {
                return type;
            }
        }
        return JoiningType.NONE;
    }

    /** Whether a code point is one of the two. */
    static boolean isJoiner(int c) {
        return c == JOINER || c == NON_JOINER;
    }
}
