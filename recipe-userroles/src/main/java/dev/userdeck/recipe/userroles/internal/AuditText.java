package dev.userdeck.recipe.userroles.internal;

import java.util.Collection;

/** Lists in the audit trail, whose fields are short. */
final class AuditText {
    private static final int ROOM = 900;

    private AuditText() {}

    /** The words joined by commas; those that find no room are counted. */
    static String of(Collection<String> words) {
        var text = new StringBuilder();
        int told = 0;
        for (String word : words) {
            if (text.length() + word.length() > ROOM) {
                break;
            }
            text.append(told == 0 ? "" : ", ").append(word);
            told++;
        }
        int left = words.size() - told;
        return left == 0 ? text.toString() : text + " and " + left + " more";
    }
}
