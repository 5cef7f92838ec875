package dev.userdeck.internal.user.store;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.internal.user.search.SearchText;
import java.text.Normalizer;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What is compared has one form: making it again changes nothing, and so does another spelling of the same. */
class NormalisationPropertyTest {
    private static final String SEED = "20261127";
    private static final int TRIES = 200;
    private static final String TRICKY = "aAiIİıßẞſςσΣéÉe\u0301\u0327\u0323ﬀﬁÅÅKΩøØæÆŒĲĳǅ가각ᄀ\u11a8ª²①ａＡ٣ǰΐ\u0345ᾳᾼ";

    /** Any text, and more often one of letters that have surprised others. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        3, Arbitraries.strings().withChars(TRICKY.toCharArray()).ofMaxLength(12)),
                Tuple.of(1, Arbitraries.strings().all().ofMaxLength(20)));
    }

    @Provide
    Arbitrary<String> emails() {
        Arbitrary<String> domains = Arbitraries.of(
                "example.org", "EXAMPLE.org", "bücher.example", "BÜCHER.example", "faß.example", "ΑΣ.example");
        Arbitrary<String> addresses =
                Combinators.combine(texts(), domains).as((local, domain) -> " " + local + "@" + domain + " ");
        return Arbitraries.frequencyOf(Tuple.of(4, addresses), Tuple.of(1, texts()));
    }

    @Provide
    Arbitrary<String> phones() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        4,
                        Arbitraries.strings()
                                .numeric()
                                .ofMinLength(4)
                                .ofMaxLength(16)
                                .map(digits -> "+" + digits.substring(0, 2) + " (" + digits.substring(2) + ")")),
                Tuple.of(
                        1,
                        Arbitraries.strings().withChars("+0123456789 ()-/ext").ofMaxLength(45)),
                Tuple.of(1, texts()));
    }

    @Property(seed = SEED, tries = TRIES)
    void anAddressIsComparedInOneForm(@ForAll("emails") String typed) {
        String key = EmailAddress.typed(typed);

        assertThat(EmailAddress.typed(key)).isEqualTo(key);
        assertThat(EmailAddress.typed("\t" + typed)).isEqualTo(key);
        assertThat(EmailAddress.typed(typed.toLowerCase(ROOT))).isEqualTo(key);
        EmailAddress.parse(typed).ifPresent(address -> {
            assertThat(EmailAddress.parse(address.display())).contains(address);
            assertThat(EmailAddress.problem(typed)).isNull();
            assertThat(EmailAddress.typed(Normalizer.normalize(typed, Normalizer.Form.NFD)))
                    .isEqualTo(key);
        });
    }

    @Property(seed = SEED, tries = TRIES)
    void aNumberHasOneForm(@ForAll("phones") String typed) {
        PhoneNumber.parse(typed)
                .ifPresentOrElse(
                        number -> {
                            assertThat(PhoneNumber.parse(number.e164())).contains(number);
                            assertThat(number.e164()).matches("\\+[0-9]{3,15}");
                        },
                        () -> assertThat(PhoneNumber.problem(typed)).isNotBlank());
    }

    @Property(seed = SEED, tries = TRIES)
    void whatIsSearchedIsFoldedOnce(@ForAll("texts") String text) {
        String folded = SearchText.fold(text);

        assertThat(SearchText.fold(folded)).isEqualTo(folded);
        assertThat(SearchText.fold(text.toLowerCase(ROOT))).isEqualTo(folded);
        for (Normalizer.Form form : Normalizer.Form.values()) {
            assertThat(SearchText.fold(Normalizer.normalize(text, form))).isEqualTo(folded);
        }
    }

    @Property(seed = SEED, tries = 20)
    void theLanguageOfTheMachineDoesNotCount(@ForAll("emails") String typed) {
        Locale before = Locale.getDefault();
        String address = EmailAddress.typed(typed);
        String folded = SearchText.fold(typed);
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(EmailAddress.typed(typed)).isEqualTo(address);
            assertThat(SearchText.fold(typed)).isEqualTo(folded);
        } finally {
            Locale.setDefault(before);
        }
    }
}
