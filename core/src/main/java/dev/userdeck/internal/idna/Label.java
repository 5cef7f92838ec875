package dev.userdeck.internal.idna;

import static dev.userdeck.internal.idna.UnicodeTable.UNICODE;

import java.util.Arrays;
import java.util.Optional;

/** What stands between the dots of a name: as people read it, and as it is sent. */
final class Label {
    /** RFC 1035, 2.3.4. */
    private static final int MAX_LENGTH = 63;

    private static final String PREFIX = "xn--";

    private final int[] letters;
    private final String ascii;

    private Label(int[] letters, String ascii) {
        this.letters = letters;
        this.ascii = ascii;
    }

    /** Reads a label that was mapped and normalised; empty if it is none. */
    static Optional<Label> read(String mapped) {
        Label label = of(mapped);
        boolean isLabel = label.letters.length > 0 && label.ascii.length() <= MAX_LENGTH;
        return isLabel && label.isSound() ? Optional.of(label) : Optional.empty();
    }

    private static Label of(String mapped) {
        int[] letters = mapped.codePoints().toArray();
        if (!isAscii(letters)) {
            return new Label(letters, PREFIX + Punycode.encode(letters));
        }
        if (!mapped.startsWith(PREFIX)) {
            return new Label(letters, mapped);
        }
        int[] decoded = Punycode.decode(mapped.substring(PREFIX.length()));
        return new Label(decoded == null ? new int[0] : decoded, mapped);
    }

    private boolean isSound() {
        boolean isHyphenated = letters[0] == '-' || letters[letters.length - 1] == '-';
        if (isHyphenated || !Arrays.stream(letters).allMatch(Label::isAllowed)) {
            return false;
        }
        return isAscii(letters) ? !ascii.startsWith(PREFIX) : isReadable() && isItself();
    }

    /** RFC 5891, 4.2.3: what holds of a label with letters beyond ASCII. */
    private boolean isReadable() {
        boolean looksEncoded = letters.length > 3 && letters[2] == '-' && letters[3] == '-';
        return !looksEncoded && !UNICODE.isMark(letters[0]) && Joiners.areInPlace(letters);
    }

    /** RFC 5891, 5.4: what was decoded has to be encoded to the same, and be in the form that names are compared in. */
    private boolean isItself() {
        String text = text();
        return Nfc.of(text).equals(text) && ascii.equals(PREFIX + Punycode.encode(letters));
    }

    private static boolean isAllowed(int c) {
        return isAscii(c) ? isLetterDigitOrHyphen(c) : UNICODE.isValid(c);
    }

    /** RFC 1123, 2.1, which UTS #46 calls STD3. Capital letters were mapped to small ones. */
    private static boolean isLetterDigitOrHyphen(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    }

    private static boolean isAscii(int... codePoints) {
        return Arrays.stream(codePoints).allMatch(c -> c < 0x80);
    }

    /** As it is sent. */
    String ascii() {
        return ascii;
    }

    /** As people read it. */
    String text() {
        return new String(letters, 0, letters.length);
    }

    /** Its code points. */
    int[] letters() {
        return letters.clone();
    }
}
