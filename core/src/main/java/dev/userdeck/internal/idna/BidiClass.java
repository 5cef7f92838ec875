package dev.userdeck.internal.idna;

/** The classes that the rule of RFC 5893 tells apart, in the order of the table. */
enum BidiClass {
    /** Never in a name of both directions. */
    OTHER,
    /** L. */
    LEFT_TO_RIGHT,
    /** R and AL. */
    RIGHT_TO_LEFT,
    /** EN. */
    EUROPEAN_NUMBER,
    /** AN. */
    ARABIC_NUMBER,
    /** NSM. */
    NON_SPACING_MARK,
    /** ES, CS, ET, ON and BN. */
    NEUTRAL;

    private static final BidiClass[] ALL = values();

    static BidiClass of(int number) {
        return ALL[number];
    }
}
