package dev.userdeck.internal.user.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One thing that somebody looks for: any of these words is it. At least one; the first as it was typed.
 *
 * @param any the words
 */
public record SearchTerm(List<SearchWord> any) {

    /** Copies the list. */
    public SearchTerm {
        any = List.copyOf(any);
    }

    /** Each word of a text, all of which are looked for. */
    public static List<SearchTerm> wordsOf(String text) {
        return SearchText.pieces(SearchText.fold(text)).stream()
                .distinct()
                .map(piece -> new SearchTerm(List.of(new SearchWord(piece))))
                .toList();
    }

    /** One thing in several spellings, each of them without a space; empty if nothing of them is left to look for. */
    public static Optional<SearchTerm> anyOf(Collection<String> spellings) {
        List<SearchWord> any = spellings.stream()
                .map(SearchText::piece)
                .filter(piece -> !piece.isEmpty())
                .distinct()
                .map(SearchWord::new)
                .toList();
        return any.isEmpty() ? Optional.empty() : Optional.of(new SearchTerm(any));
    }

    /** The same, of a number that is also found by these last digits. */
    public SearchTerm orEndingWith(String digits) {
        var more = new ArrayList<>(any);
        more.add(new SearchWord(SearchText.fromEnd(digits)));
        return new SearchTerm(more);
    }

    /** The word that can be the start of an id. */
    Optional<SearchWord> id() {
        return Optional.of(any.get(0)).filter(SearchWord::mayBeId);
    }

    /** Whether an index has a word for each of these. */
    boolean isIndexed() {
        return any.stream().allMatch(word -> word.letters() > 0);
    }
}
