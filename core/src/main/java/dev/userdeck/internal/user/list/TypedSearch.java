package dev.userdeck.internal.user.list;

import dev.userdeck.internal.user.search.SearchTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody typed or pasted to find a user, as the things to look for. What would be read as an address or a number when a
 * user is created is read so here too: so whoever is in the way of a new user is found by the same text.
 */
final class TypedSearch {
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private TypedSearch() {}

    static List<SearchTerm> terms(String text) {
        Optional<SearchTerm> number = TypedNumber.term(text);
        if (number.isPresent()) {
            return List.of(number.get());
        }
        String address = TypedAddress.unwrapped(text);
        Optional<SearchTerm> one = TypedAddress.term(text, address);
        if (one.isPresent()) {
            return List.of(one.get());
        }
        var terms = new ArrayList<SearchTerm>();
        for (String word : SPACE.splitAsStream(address).toList()) {
            TypedAddress.term(word, TypedAddress.unquoted(word))
                    .ifPresentOrElse(terms::add, () -> terms.addAll(SearchTerm.wordsOf(word)));
        }
        return terms.stream().distinct().toList();
    }
}
