package dev.userdeck.internal.user.search;

import java.util.regex.Pattern;

/**
 * A word that somebody looks for.
 *
 * @param text as it is spelled in {@link SearchText}
 */
record SearchWord(String text) {
    /** Shorter ones have no trigram of their own, and are found too often anyway. */
    private static final int PART_LENGTH = 3;

    private static final int ID_LENGTH = 8;
    private static final Pattern ID = Pattern.compile("[0-9a-f-]+");

    /** What a text that has this word is like, where parts of words are found. */
    String partPattern() {
        return letters() == 0 || letters() >= PART_LENGTH ? "%" + escaped(text) + "%" : startPattern();
    }

    /** What a text that has this word is like, where the start of words is found. Behind a mark a word starts anyway. */
    String startPattern() {
        boolean isMarkFirst = !SearchText.isWordPart(text.codePointAt(0));
        return (isMarkFirst ? "%" : "% ") + escaped(text) + "%";
    }

    /** From the first letter or digit on; all of it if there is none. */
    String start() {
        int at = 0;
        while (at < text.length() && !SearchText.isWordPart(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at == text.length() ? text : text.substring(at);
    }

    long letters() {
        return text.codePoints().filter(SearchText::isWordPart).count();
    }

    /** Whether it can be the start of an id. */
    boolean mayBeId() {
        String typed = typed();
        return typed.length() >= ID_LENGTH && ID.matcher(typed).matches();
    }

    /** As it was typed, but folded. */
    String typed() {
        return text.replace(" ", "");
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
