package dev.userdeck.internal.user.list;

import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.DSLContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that must hold of a listed user.
 *
 * @param holds of the user who is called {@link ListPredicates#ALIAS} there; quick for one user
 * @param users leads to all such users by an index; null when there is none
 */
record ListPredicate(Condition holds, @Nullable Users users) {

    /** Finds users by an index. */
    @FunctionalInterface
    interface Users {
        /**
         * All for whom it holds, and maybe others.
         *
         * @return null if there may be more than {@code most}
         */
        @Nullable
        Set<String> upTo(DSLContext db, int most);
    }
}
