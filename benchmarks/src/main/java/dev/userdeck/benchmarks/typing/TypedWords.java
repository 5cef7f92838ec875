package dev.userdeck.benchmarks.typing;

import dev.userdeck.benchmarks.fixture.Person;
import dev.userdeck.benchmarks.fixture.Population;
import dev.userdeck.user.SearchMode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What operators type, of four kinds, each text once. None begins one that came before: so none was asked for
 * while that was being typed, and none is answered from what the browser keeps.
 */
final class TypedWords {
    private static final int TRIES = 1_000;
    private static final int SHORTEST = 4;
    private static final Pattern TYPEABLE = Pattern.compile("[a-z0-9 .@-]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final Population population;
    private final boolean isInParts;
    private final List<TypedWord> words = new ArrayList<>();

    TypedWords(Population population, SearchMode search) {
        this.population = population;
        this.isInParts = search == SearchMode.CONTAINS;
    }

    List<TypedWord> some(int count) {
        for (int i = 0; words.size() < count; i++) {
            if (i == TRIES * count) {
                throw new IllegalStateException("There are not %d different words to type".formatted(count));
            }
            add(word(i));
        }
        return List.copyOf(words);
    }

    private void add(TypedWord word) {
        boolean isKnown = words.stream().anyMatch(earlier -> earlier.text().startsWith(word.text()));
        if (!isKnown && TYPEABLE.matcher(word.text()).matches()) {
            words.add(word);
        }
    }

    private TypedWord word(int number) {
        Person person = population.person((int) (number * 7_919L % population.size()));
        return switch (number % 4) {
            case 0 -> new TypedWord("a part of a name", name(person));
            case 1 ->
                new TypedWord(
                        "the start of an email",
                        start(person.email(), person.email().indexOf('.') + 2));
            case 2 -> new TypedWord("a domain", domain(person, SHORTEST + number / 40));
            default -> new TypedWord("nobody", "zz" + Long.toString(number * 48_271L % 0x7fffffff, 36));
        };
    }

    private String name(Person person) {
        String[] names = folded(person.name()).split(" ", -1);
        return names[0].substring(isInParts ? 1 : 0) + " " + start(names[1], SHORTEST);
    }

    private static String domain(Person person, int length) {
        return start(person.email().substring(person.email().indexOf('@') + 1), length);
    }

    private static String start(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }

    private static String folded(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
