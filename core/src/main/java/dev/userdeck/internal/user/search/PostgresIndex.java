package dev.userdeck.internal.user.search;

import static dev.userdeck.internal.jooq.Tables.UD_USER_SEARCH;
import static dev.userdeck.libs.org.jooq.impl.DSL.condition;
import static dev.userdeck.libs.org.jooq.impl.DSL.noCondition;
import static java.util.stream.Collectors.joining;

import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.user.SearchMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An inverted index over the text: of all trigrams where {@code pg_trgm} is there, else of its words. */
final class PostgresIndex implements SearchIndex {
    private final boolean hasParts;

    PostgresIndex(boolean hasParts) {
        this.hasParts = hasParts;
    }

    @Override
    public SearchMode finds() {
        return hasParts ? SearchMode.CONTAINS : SearchMode.WORD_START;
    }

    @Override
    public String pattern(SearchWord word) {
        return hasParts ? word.partPattern() : word.startPattern();
    }

    @Override
    public @Nullable Set<String> usersWith(DSLContext db, List<SearchTerm> terms, int most) {
        List<SearchTerm> indexed = terms.stream().filter(SearchTerm::isIndexed).toList();
        if (indexed.isEmpty()) {
            return null;
        }
        var s = UD_USER_SEARCH;
        var found = db.select(s.USER_ID)
                .from(s)
                .where(hasParts ? noCondition() : hasWords(indexed))
                .and(has(terms))
                .limit(most + 1)
                .fetch(s.USER_ID);
        return found.size() > most ? null : new HashSet<>(found);
    }

    /** In the words of the expression that is indexed. */
    private static Condition hasWords(List<SearchTerm> terms) {
        String query = terms.stream()
                .map(term -> term.any().stream()
                        .map(word -> lexemes(word.start().split(" ")).collect(joining(" & ")))
                        .collect(joining(" | ", "(", ")")))
                .collect(joining(" & "));
        return condition(
                "array_to_tsvector(string_to_array(btrim(search_text), ' ')) @@ cast({0} as tsquery)",
                dev.userdeck.libs.org.jooq.impl.DSL.val(query));
    }

    /** Whole words, save the last one: that may go on. */
    private static Stream<String> lexemes(String[] parts) {
        var lexemes = Stream.<String>builder();
        for (int i = 0; i < parts.length; i++) {
            String quoted = "'" + parts[i].replace("\\", "\\\\").replace("'", "''") + "'";
            lexemes.add(i == parts.length - 1 ? quoted + ":*" : quoted);
        }
        return lexemes.build();
    }
}
