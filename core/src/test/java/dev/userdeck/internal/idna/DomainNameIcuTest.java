package dev.userdeck.internal.idna;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table and the code around it say what ICU4J says, of which the table was made. */
@Tag("slow")
class DomainNameIcuTest {
    private static final int LABELS = 100_000;
    private static final long SEED = 20261130;

    /** Letters with a rule of their own, from which labels are made more often. */
    private static final String TRICKY =
            "aZ09-.ßẞςΣσiİıéÉe\u0301\u0327\u0323\u0345\u200c\u200d\u00ad。．｡Ａ①ﬁÅKΩªǰΐᾳ가각ᄀ\u1161\u11a8"
                    + "न\u0940\u094d\u0926شخ\u0640\u064b٣۳אב\u05b0ا1۱߀\ua872\u1ab0\ud83d\ude00\ufe0f\u0338=<≠\u0f71\u0f73";

    @Test
    void everyCodePointIsTakenOrRefusedAlike() {
        List<String> wrong = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .mapToObj(c -> "a" + Character.toString(c) + "b")
                .filter(name -> !DomainName.toAscii(name).equals(Icu.toAscii(name)))
                .map(DomainNameIcuTest::escaped)
                .toList();

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "%sa", "a%s", "ب%sب", "\u0915\u094d%s\u0915", "\u05d0.%s", "xn--%s"})
    void everyCodePointThatIsNotRefusedAtAllIsSoAnywhere(String pattern) {
        List<String> wrong = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> !UnicodeTable.UNICODE.isDisallowed(c))
                .mapToObj(c -> pattern.replace("%s", Character.toString(c)))
                .filter(name -> !DomainName.toAscii(name).equals(Icu.toAscii(name)))
                .map(DomainNameIcuTest::escaped)
                .toList();

        assertThat(wrong).isEmpty();
    }

    @Test
    void randomLabelsAreAlikeBothWays() {
        var random = new Random(SEED);
        for (int i = 0; i < LABELS; i++) {
            String name = randomName(random);
            Optional<String> ascii = DomainName.toAscii(name);

            assertThat(ascii).as(escaped(name)).isEqualTo(Icu.toAscii(name));
            ascii.ifPresent(key -> {
                String letters = DomainName.toUnicode(key).orElseThrow();
                assertThat(letters).as(key).isEqualTo(Icu.toUnicode(key));
                assertThat(DomainName.toAscii(letters)).contains(key);
                assertThat(DomainName.toAscii(key)).contains(key);
            });
        }
    }

    @Test
    void randomEncodedLabelsAreAlike() {
        var random = new Random(SEED);
        for (int i = 0; i < LABELS; i++) {
            var label = new StringBuilder("xn--");
            for (int left = 1 + random.nextInt(14); left > 0; left--) {
                label.append("abcdefghijklmnopqrstuvwxyz0123456789-".charAt(random.nextInt(37)));
            }
            assertThat(DomainName.toAscii(label.toString()))
                    .as(label.toString())
                    .isEqualTo(Icu.toAscii(label.toString()));
        }
    }

    @Test
    void randomTextIsComposedAlike() {
        var random = new Random(SEED);
        Normalizer2 nfc = Normalizer2.getNFCInstance();
        int[] marks = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> UCharacter.getCombiningClass(c) > 0 || nfc.getRawDecomposition(c) != null)
                .toArray();
        for (int i = 0; i < LABELS; i++) {
            var text = new StringBuilder();
            for (int left = 1 + random.nextInt(8); left > 0; left--) {
                text.appendCodePoint(random.nextInt(3) == 0 ? any(random) : marks[random.nextInt(marks.length)]);
            }
            assertThat(UnicodeText.composed(text.toString())).as(escaped(text)).isEqualTo(nfc.normalize(text));
        }
    }

    @Test
    void everyCodePointIsComposedAndLoweredAlike() {
        Normalizer2 nfc = Normalizer2.getNFCInstance();
        Normalizer2 nfd = Normalizer2.getNFDInstance();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            String text = Character.toString(c);
            if (!text.equals(UnicodeText.composed(text)) || nfc.getRawDecomposition(c) != null) {
                assertThat(UnicodeText.composed(text)).isEqualTo(nfc.normalize(text));
                assertThat(UnicodeText.composed(nfd.normalize(text))).isEqualTo(nfc.normalize(text));
            }
            String lower = UCharacter.toLowerCase(ULocale.ROOT, text);
            if (!lower.equals(UnicodeText.lowerCase(text))) {
                assertThat(UnicodeText.lowerCase(text))
                        .as(Integer.toHexString(c))
                        .isEqualTo(lower);
            }
        }
    }

    @Test
    void itIsOfTheSameUnicode() {
        assertThat(UCharacter.getUnicodeVersion().toString()).startsWith(DomainName.unicodeVersion() + ".");
    }

    private static String randomName(Random random) {
        var name = new StringBuilder();
        int[] tricky = TRICKY.codePoints().toArray();
        for (int left = 1 + random.nextInt(10); left > 0; left--) {
            name.appendCodePoint(random.nextInt(4) == 0 ? any(random) : tricky[random.nextInt(tricky.length)]);
        }
        return name.toString();
    }

    /** Most are not assigned: half of them from where letters are. */
    private static int any(Random random) {
        return random.nextInt(random.nextBoolean() ? 0x3000 : Character.MAX_CODE_POINT + 1);
    }

    private static String escaped(CharSequence text) {
        List<String> hex = text.codePoints().mapToObj(Integer::toHexString).toList();
        return String.join(" ", hex);
    }
}
