package dev.userdeck.internal.user.search;

import static dev.userdeck.internal.jooq.Tables.UD_USER;
import static dev.userdeck.internal.jooq.Tables.UD_USER_SEARCH;
import static dev.userdeck.internal.jooq.Tables.UD_USER_TENANT;
import static dev.userdeck.internal.jooq.Tables.UD_USER_WORD;

import dev.userdeck.internal.storage.BatchInsert;
import dev.userdeck.internal.storage.Bind;
import dev.userdeck.internal.storage.ColumnLimits;
import dev.userdeck.internal.storage.Dialect;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.user.User;
import java.util.Collection;
import java.util.Set;

/** Keeps what users are sorted and found by, in the transaction that changes them. */
public final class UserIndex {
    private UserIndex() {}

    /** Which folding this is; users who were folded by an earlier one are to be folded anew. */
    public static int version() {
        return Folding.VERSION;
    }

    /** The name to sort by, as it fits its column. */
    public static String nameKey(User user) {
        return ColumnLimits.fitted(SearchText.nameKey(user), UD_USER.NAME_KEY);
    }

    /** The email to sort by, as it fits its column. */
    public static String emailKey(User user) {
        return ColumnLimits.fitted(SearchText.emailKey(user), UD_USER.EMAIL_KEY);
    }

    /** All that a user is found by but the id, folded. */
    public static String text(IndexedUser user) {
        return SearchText.of(user);
    }

    /** The same from the start of each word on, as engines without an index over parts of a text keep it. */
    public static Set<String> words(IndexedUser user) {
        return SearchText.wordsOf(user);
    }

    /** Makes a new user one that can be found. The row of the user has its keys. */
    public static void add(DSLContext db, IndexedUser user) {
        var s = UD_USER_SEARCH;
        db.insertInto(s, s.USER_ID, s.SEARCH_TEXT)
                .values(user.user().id().value(), SearchText.of(user))
                .execute();
        addWords(db, user);
    }

    /** The same for many new users. */
    public static void addAll(DSLContext db, Collection<IndexedUser> users) {
        var texts = BatchInsert.into(UD_USER_SEARCH, UD_USER_SEARCH.USER_ID, UD_USER_SEARCH.SEARCH_TEXT);
        var words = BatchInsert.into(UD_USER_WORD, UD_USER_WORD.WORD, UD_USER_WORD.USER_ID);
        boolean keepsWords = keepsWords(db);
        for (IndexedUser user : users) {
            String id = user.user().id().value();
            texts.add(Bind.of(UD_USER_SEARCH.USER_ID, id), Bind.of(UD_USER_SEARCH.SEARCH_TEXT, SearchText.of(user)));
            if (keepsWords) {
                SearchText.wordsOf(user)
                        .forEach(
                                word -> words.add(Bind.of(UD_USER_WORD.WORD, word), Bind.of(UD_USER_WORD.USER_ID, id)));
            }
        }
        texts.insert(db);
        words.insert(db);
    }

    /** Follows a change of anything that a user is sorted or found by. */
    public static void change(DSLContext db, IndexedUser before, IndexedUser after) {
        if (!nameKey(before.user()).equals(nameKey(after.user()))
                || !emailKey(before.user()).equals(emailKey(after.user()))) {
            writeKeys(db, after.user());
        }
        if (!SearchText.of(before).equals(SearchText.of(after))) {
            writeText(db, after);
        }
    }

    /** Writes all of it anew. */
    public static void write(DSLContext db, IndexedUser user) {
        writeKeys(db, user.user());
        writeText(db, user);
    }

    private static void writeKeys(DSLContext db, User user) {
        var u = UD_USER;
        var m = UD_USER_TENANT;
        db.update(u)
                .set(u.NAME_KEY, nameKey(user))
                .set(u.EMAIL_KEY, emailKey(user))
                .where(u.ID.eq(user.id().value()))
                .execute();
        db.update(m)
                .set(m.NAME_KEY, nameKey(user))
                .set(m.EMAIL_KEY, emailKey(user))
                .where(m.USER_ID.eq(user.id().value()))
                .execute();
    }

    private static void writeText(DSLContext db, IndexedUser user) {
        String id = user.user().id().value();
        db.deleteFrom(UD_USER_SEARCH).where(UD_USER_SEARCH.USER_ID.eq(id)).execute();
        if (keepsWords(db)) {
            db.deleteFrom(UD_USER_WORD).where(UD_USER_WORD.USER_ID.eq(id)).execute();
        }
        add(db, user);
    }

    private static void addWords(DSLContext db, IndexedUser user) {
        Set<String> words = keepsWords(db) ? SearchText.wordsOf(user) : Set.of();
        if (words.isEmpty()) {
            return;
        }
        var w = UD_USER_WORD;
        var insert = db.insertInto(w, w.WORD, w.USER_ID);
        for (String word : words) {
            insert = insert.values(word, user.user().id().value());
        }
        insert.execute();
    }

    private static boolean keepsWords(DSLContext db) {
        return !Dialect.of(db).indexesWords();
    }
}
