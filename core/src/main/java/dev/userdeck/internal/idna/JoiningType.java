package dev.userdeck.internal.idna;

/** How a letter joins its neighbours, as far as RFC 5892, A.1, tells it apart; in the order of the table. */
enum JoiningType {
    NONE,
    TRANSPARENT,
    LEFT,
    RIGHT,
    BOTH;

    private static final JoiningType[] ALL = values();

    static JoiningType of(int number) {
        return ALL[number];
    }
}
