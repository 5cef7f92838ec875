package dev.userdeck.internal.idna;

import static dev.userdeck.internal.idna.BidiClass.ARABIC_NUMBER;
import static dev.userdeck.internal.idna.BidiClass.EUROPEAN_NUMBER;
import static dev.userdeck.internal.idna.BidiClass.LEFT_TO_RIGHT;
import static dev.userdeck.internal.idna.BidiClass.NON_SPACING_MARK;
import static dev.userdeck.internal.idna.BidiClass.OTHER;
import static dev.userdeck.internal.idna.BidiClass.RIGHT_TO_LEFT;
import static dev.userdeck.internal.idna.UnicodeTable.UNICODE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The rule of RFC 5893, section 2: a name with letters from right to left reads in one way only. */
final class BidiRule {
    private static final int LAST_ASCII = 0x7F;

    private static final Set<BidiClass> LEFT_TO_RIGHT_ENDS = EnumSet.of(LEFT_TO_RIGHT, EUROPEAN_NUMBER);
    private static final Set<BidiClass> RIGHT_TO_LEFT_ENDS = EnumSet.of(RIGHT_TO_LEFT, EUROPEAN_NUMBER, ARABIC_NUMBER);
    private static final Set<BidiClass> NOT_LEFT_TO_RIGHT = EnumSet.of(OTHER, RIGHT_TO_LEFT, ARABIC_NUMBER);
    private static final Set<BidiClass> NOT_RIGHT_TO_LEFT = EnumSet.of(OTHER, LEFT_TO_RIGHT);
    private static final Set<BidiClass> BOTH_NUMBERS = EnumSet.of(EUROPEAN_NUMBER, ARABIC_NUMBER);

    private BidiRule() {}

    /** It holds for all labels, or there is nothing from right to left in any. */
    static boolean holds(List<int[]> labels) {
        return labels.stream().noneMatch(BidiRule::isRightToLeft)
                || labels.stream().allMatch(BidiRule::holdsFor);
    }

    private static boolean isRightToLeft(int[] label) {
        return Arrays.stream(label).filter(c -> c > LAST_ASCII).anyMatch(c -> {
            BidiClass bidi = UNICODE.bidiClass(c);
            return bidi == RIGHT_TO_LEFT || bidi == ARABIC_NUMBER;
        });
    }

    private static boolean holdsFor(int[] label) {
        var all = EnumSet.noneOf(BidiClass.class);
        BidiClass last = OTHER;
        for (int c : label) {
            BidiClass bidi = UNICODE.bidiClass(c);
            all.add(bidi);
            last = bidi == NON_SPACING_MARK ? last : bidi;
        }
        BidiClass first = UNICODE.bidiClass(label[0]);
        if (first == LEFT_TO_RIGHT) {
            return LEFT_TO_RIGHT_ENDS.contains(last)
                    && NOT_LEFT_TO_RIGHT.stream().noneMatch(all::contains);
        }
        return first == RIGHT_TO_LEFT
                && RIGHT_TO_LEFT_ENDS.contains(last)
                && NOT_RIGHT_TO_LEFT.stream().noneMatch(all::contains)
                && !all.containsAll(BOTH_NUMBERS);
    }
}
