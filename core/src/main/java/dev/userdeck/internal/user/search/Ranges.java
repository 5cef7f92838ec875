package dev.userdeck.internal.user.search;

import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.Field;

/** Text that begins with something, as a range that every engine reads from an index. */
final class Ranges {
    private Ranges() {}

    static Condition begins(Field<String> field, String start) {
        return field.ge(start).and(field.lt(after(start)));
    }

    /** The first text behind all that begin with this one, however an engine compares: by code points or by UTF-16. */
    private static String after(String start) {
        int last = start.codePointBefore(start.length());
        String rest = start.substring(0, start.length() - Character.charCount(last));
        if (last == Character.MAX_CODE_POINT) {
            return start + Character.toString(last);
        }
        int next = last + 1 >= Character.MIN_SURROGATE && last + 1 <= Character.MAX_SURROGATE
                ? Character.MAX_SURROGATE + 1
                : last + 1;
        return rest + Character.toString(next);
    }
}
