package dev.userdeck.internal.user.list;

import dev.userdeck.internal.user.search.SearchTerm;
import dev.userdeck.internal.user.store.EmailAddress;
import dev.userdeck.text.PlainText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An email address as it is pasted: from a mail's header (RFC 5322), a link (RFC 6068), a list or a sentence. */
final class TypedAddress {
    private static final Pattern IN_BRACKETS = Pattern.compile("<([^<>]*@[^<>]*)>");
    private static final Pattern MAILTO = Pattern.compile("(?i)mailto:([^?]+)(\\?.*)?", Pattern.DOTALL);
    private static final Pattern MARKS_AROUND =
            Pattern.compile("^[\"'\u2018\u201C\u201E\u00AB<(\\[]+|[\"'\u2019\u201C\u201D\u00BB>)\\],.;:!?]+$");

    private TypedAddress() {}

    /** Looks for a text if it is an address, as it stands or without what is around it. */
    static Optional<SearchTerm> term(String typed, String unwrapped) {
        var spellings = new LinkedHashSet<String>();
        add(spellings, typed);
        add(spellings, unquoted(unwrapped));
        return SearchTerm.anyOf(spellings);
    }

    private static void add(Set<String> spellings, String text) {
        EmailAddress.parse(text).ifPresent(address -> {
            spellings.add(address.display());
            spellings.add(address.key());
        });
    }

    /** What is in brackets or in a link; else the text, without what can't be seen. */
    static String unwrapped(String text) {
        String address = PlainText.seenOf(text).strip();
        Matcher inBrackets = IN_BRACKETS.matcher(address);
        if (inBrackets.find()) {
            address = inBrackets.group(1).strip();
        }
        Matcher mailto = MAILTO.matcher(address);
        return mailto.matches() ? decoded(mailto.group(1)) : address;
    }

    /** Without the marks that stand around an address in a text. */
    static String unquoted(String text) {
        return text.indexOf('@') < 0 ? text : MARKS_AROUND.matcher(text.strip()).replaceAll("");
    }

    private static String decoded(String address) {
        try {
            // in such a link a plus is a plus
            return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
