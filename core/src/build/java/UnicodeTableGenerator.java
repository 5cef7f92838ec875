import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UCharacterDirection;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.VersionInfo;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes what Unicode says of each code point, as ICU4J has it, in the form that {@code UnicodeTable} reads. The build runs
 * this file; its one argument is the file to write.
 *
 * <p>Numbers are written seven bits a byte, the lowest first, the highest bit set on all but the last byte; those that can
 * be negative with the sign in the lowest bit. Code points in lists are told by their distance from the one before.
 */
final class UnicodeTableGenerator {
    /** Status by UTS #46, in the lowest two bits of the properties. */
    private static final int VALID = 0;

    private static final int MAPPED = 1;
    private static final int DISALLOWED = 2;

    private static final int BIDI_SHIFT = 2;
    private static final int JOINING_SHIFT = 5;
    private static final int MARK_BIT = 1 << 8;
    private static final int TEXT_BIT = 1 << 9;
    private static final int COMBINING_SHIFT = 10;

    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
    private static final Normalizer2 UTS46 = Normalizer2.getInstance(null, "uts46", Normalizer2.Mode.COMPOSE);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    private UnicodeTableGenerator() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        byte[] table = new UnicodeTableGenerator().write();
        Files.createDirectories(file.getParent());
        Files.write(file, table);
    }

    private byte[] write() throws IOException {
        VersionInfo version = UCharacter.getUnicodeVersion();
        out.writeUTF(version.getMajor() + "." + version.getMinor());
        writeProperties();
        writeMappings();
        writeLowerCase();
        writeDecompositions();
        return bytes.toByteArray();
    }

    /** Runs of code points with the same properties: how many, and which of the list of properties in use. */
    private void writeProperties() throws IOException {
        List<Integer> kinds = new ArrayList<>();
        List<int[]> runs = new ArrayList<>();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            int properties = properties(c);
            if (!kinds.contains(properties)) {
                kinds.add(properties);
            }
            int kind = kinds.indexOf(properties);
            int[] last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last != null && last[1] == kind) {
                last[0]++;
            } else {
                runs.add(new int[] {1, kind});
            }
        }
        number(kinds.size());
        for (int kind : kinds) {
            number(kind);
        }
        number(runs.size());
        for (int[] run : runs) {
            number(run[0]);
            number(run[1]);
        }
    }

    private static int properties(int c) {
        return status(c)
                | bidi(c) << BIDI_SHIFT
                | joining(c) << JOINING_SHIFT
                | (isMark(c) ? MARK_BIT : 0)
                | (isText(c) ? TEXT_BIT : 0)
                | UCharacter.getCombiningClass(c) << COMBINING_SHIFT;
    }

    private static int status(int c) {
        String mapped = mapped(c);
        if (mapped.equals("\ufffd")) {
            return DISALLOWED;
        }
        return mapped.equals(Character.toString(c)) ? VALID : MAPPED;
    }

    /** Not transitional: the data leave the four deviations alone. */
    private static String mapped(int c) {
        return isSurrogate(c) ? "\ufffd" : UTS46.normalize(Character.toString(c));
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /** What the rule of RFC 5893 tells apart. */
    private static int bidi(int c) {
        switch (UCharacter.getDirection(c)) {
            case UCharacterDirection.LEFT_TO_RIGHT:
                return 1;
            case UCharacterDirection.RIGHT_TO_LEFT:
            case UCharacterDirection.RIGHT_TO_LEFT_ARABIC:
                return 2;
            case UCharacterDirection.EUROPEAN_NUMBER:
                return 3;
            case UCharacterDirection.ARABIC_NUMBER:
                return 4;
            case UCharacterDirection.DIR_NON_SPACING_MARK:
                return 5;
            case UCharacterDirection.EUROPEAN_NUMBER_SEPARATOR:
            case UCharacterDirection.COMMON_NUMBER_SEPARATOR:
            case UCharacterDirection.EUROPEAN_NUMBER_TERMINATOR:
            case UCharacterDirection.OTHER_NEUTRAL:
            case UCharacterDirection.BOUNDARY_NEUTRAL:
                return 6;
            default:
                return 0;
        }
    }

    /** What the rule for the zero-width non-joiner in RFC 5892, A.1, tells apart. */
    private static int joining(int c) {
        switch (UCharacter.getIntPropertyValue(c, UProperty.JOINING_TYPE)) {
            case UCharacter.JoiningType.TRANSPARENT:
                return 1;
            case UCharacter.JoiningType.LEFT_JOINING:
                return 2;
            case UCharacter.JoiningType.RIGHT_JOINING:
                return 3;
            case UCharacter.JoiningType.DUAL_JOINING:
                return 4;
            default:
                return 0;
        }
    }

    private static boolean isMark(int c) {
        int type = UCharacter.getType(c);
        return type == UCharacterCategory.NON_SPACING_MARK
                || type == UCharacterCategory.COMBINING_SPACING_MARK
                || type == UCharacterCategory.ENCLOSING_MARK;
    }

    /** Assigned, and neither space, control, format nor half of a pair. */
    private static boolean isText(int c) {
        switch (UCharacter.getType(c)) {
            case UCharacterCategory.UNASSIGNED:
            case UCharacterCategory.SPACE_SEPARATOR:
            case UCharacterCategory.LINE_SEPARATOR:
            case UCharacterCategory.PARAGRAPH_SEPARATOR:
            case UCharacterCategory.CONTROL:
            case UCharacterCategory.FORMAT:
            case UCharacterCategory.SURROGATE:
                return false;
            default:
                return true;
        }
    }

    /** What UTS #46 maps a code point to: its length, and each code point's distance from the one before. */
    private void writeMappings() throws IOException {
        List<Integer> mapped = new ArrayList<>();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (status(c) == MAPPED) {
                mapped.add(c);
            }
        }
        number(mapped.size());
        int before = 0;
        for (int c : mapped) {
            int[] target = mapped(c).codePoints().toArray();
            number(c - before);
            number(target.length);
            int from = c;
            for (int to : target) {
                signed(to - from);
                from = to;
            }
            before = c;
        }
    }

    private void writeLowerCase() throws IOException {
        List<Integer> upper = new ArrayList<>();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (UCharacter.toLowerCase(c) != c) {
                upper.add(c);
            }
        }
        number(upper.size());
        int before = 0;
        for (int c : upper) {
            number(c - before);
            signed(UCharacter.toLowerCase(c) - c);
            before = c;
        }
    }

    /** Canonical ones, one step, without Hangul: 0 for a single, 1 for a pair that composes again, 2 for another pair. */
    private void writeDecompositions() throws IOException {
        List<Integer> composed = new ArrayList<>();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            boolean isHangul = c >= 0xAC00 && c <= 0xD7A3;
            if (!isHangul && NFC.getRawDecomposition(c) != null) {
                composed.add(c);
            }
        }
        number(composed.size());
        int before = 0;
        for (int c : composed) {
            int[] parts = NFC.getRawDecomposition(c).codePoints().toArray();
            number(c - before);
            if (parts.length == 1) {
                number(0);
                signed(parts[0] - c);
            } else {
                number(NFC.composePair(parts[0], parts[1]) == c ? 1 : 2);
                signed(parts[0] - c);
                number(parts[1]);
            }
            before = c;
        }
    }

    private void signed(int value) throws IOException {
        number(value >= 0 ? value << 1 : -value << 1 | 1);
    }

    private void number(int value) throws IOException {
        int rest = value;
        while (rest > 0x7F) {
            out.writeByte(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }
}
