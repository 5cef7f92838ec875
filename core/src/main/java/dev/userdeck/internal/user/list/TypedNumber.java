package dev.userdeck.internal.user.list;

import dev.userdeck.internal.user.search.SearchTerm;
import dev.userdeck.internal.user.search.SearchText;
import dev.userdeck.internal.user.store.PhoneNumber;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A phone number as it is typed: as the store reads it, as it is dialled abroad or at home, or the start of one of these. */
final class TypedNumber {
    /** Fewer digits are no number, unless the store reads one. */
    private static final int MIN_DIGITS = 7;

    private static final int FIRST_PART_OF_ID = 8;
    private static final Pattern ID = Pattern.compile("[0-9a-f-]+");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern LINK = Pattern.compile("(?i)\\s*tel:");
    private static final Pattern NUMBER = Pattern.compile("\\+?[\\d\\s().\\-/]+");
    private static final Pattern TRUNK = Pattern.compile("\\(0\\)");
    private static final Pattern OTHERS = Pattern.compile("\\D+");
    private static final Pattern ZEROS = Pattern.compile("^0+");

    /** What is dialled before a country's code: in most countries, in Australia, and in North America. */
    private static final List<String> ABROAD = List.of("00", "0011", "011");

    private TypedNumber() {}

    static Optional<SearchTerm> term(String text) {
        String typed =
                SearchText.fold(LINK.matcher(text).replaceFirst("")).strip().replaceFirst("^\\(\\+(\\d+)\\)", "+$1 ");
        if (!NUMBER.matcher(typed).matches()) {
            return Optional.empty();
        }
        Optional<PhoneNumber> number = PhoneNumber.parse(typed);
        String all = OTHERS.matcher(typed).replaceAll("");
        if (number.isEmpty() && (all.length() < MIN_DIGITS || isId(typed))) {
            return Optional.empty();
        }
        String digits = OTHERS.matcher(TRUNK.matcher(typed).replaceAll("")).replaceAll("");
        var spellings = new LinkedHashSet<String>();
        if (!SPACE.matcher(typed).find()) {
            spellings.add(typed); // for an id of the host's that looks like one
        }
        spellings.add(all);
        spellings.add(digits);
        number.ifPresent(it -> spellings.add(digits(it)));
        if (typed.startsWith("+")) {
            return SearchTerm.anyOf(spellings);
        }
        ABROAD.stream()
                .filter(digits::startsWith)
                .map(prefix -> digits.substring(prefix.length()))
                .filter(start -> start.length() >= MIN_DIGITS)
                .forEach(start -> {
                    spellings.add(start);
                    PhoneNumber.parse("+" + start).ifPresent(it -> spellings.add(digits(it)));
                });
        String end = ZEROS.matcher(digits).replaceFirst("");
        return SearchTerm.anyOf(spellings).map(term -> end.isEmpty() ? term : term.orEndingWith(end));
    }

    private static String digits(PhoneNumber number) {
        return number.e164().substring(1);
    }

    private static boolean isId(String typed) {
        return typed.indexOf('-') == FIRST_PART_OF_ID && ID.matcher(typed).matches();
    }
}
