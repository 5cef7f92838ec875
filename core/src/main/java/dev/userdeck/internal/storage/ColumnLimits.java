package dev.userdeck.internal.storage;

import dev.userdeck.libs.org.jooq.Field;
import dev.userdeck.text.Cut;
import org.jspecify.annotations.Nullable;

/** Makes text fit its column. For what comes from outside and is only shown: never for a key or an identifier. */
public final class ColumnLimits {

    private ColumnLimits() {}

    /** The text without NUL, which PostgreSQL refuses, cut to the length of the column. */
    public static @Nullable String fit(@Nullable String text, Field<String> column) {
        return text == null ? null : fitted(text, column);
    }

    /** The same for text that is there. */
    public static String fitted(String text, Field<String> column) {
        int length = column.getDataType().length();
        String clean = text.indexOf('\0') < 0 ? text : text.replace("\0", "");
        return Cut.to(length, clean);
    }
}
