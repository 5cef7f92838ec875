package dev.userdeck.example.docs;

import static dev.userdeck.example.docs.NotesAuditActions.NOTE_WRITTEN;

import dev.userdeck.actor.Actor;
import dev.userdeck.audit.AuditTrail;
import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.paging.Page;
import dev.userdeck.paging.spi.Cursor;
import dev.userdeck.recipe.spi.Database;
import dev.userdeck.user.UserId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One note for each user. Safe for use by many threads. */
final class Notes {
    private final Database database;
    private final AuditTrail audit;

    Notes(Database database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    Optional<String> find(UserId user) {
        String sql = "select words from " + database.table("notes_note") + " where user_id = ?";
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setString(1, user.value());
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
                }
            }
        });
    }

    Page<UserId> usersBeginning(String words, int size, @Nullable String cursor) {
        Cursor from = Cursor.read("notes beginning " + words, cursor, 1);
        String beyond = from.hasKey() ? " and user_id " + (from.isBackwards() ? "<" : ">") + " ?" : "";
        String sql = "select user_id from " + database.table("notes_note") + " where words like ? escape '!'" + beyond
                + " order by user_id " + (from.isBackwards() ? "desc" : "asc") + " limit " + (size + 1);
        List<String> found = database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setString(1, words.replaceAll("[!%_]", "!$0") + "%");
                if (from.hasKey()) {
                    select.setString(2, from.text(0));
                }
                return texts(select.executeQuery());
            }
        });
        return from.page(found, size, List::of).map(UserId::new);
    }

    private static List<String> texts(ResultSet rows) throws SQLException {
        var texts = new ArrayList<String>();
        while (rows.next()) {
            texts.add(rows.getString(1));
        }
        return texts;
    }

    void write(UserId user, String words, Actor actor) {
        String table = database.table("notes_note");
        database.write(connection -> {
            String before = find(user).orElse(null);
            try (PreparedStatement delete = connection.prepareStatement("delete from " + table + " where user_id = ?");
                    PreparedStatement insert =
                            connection.prepareStatement("insert into " + table + " (user_id, words) values (?, ?)")) {
                delete.setString(1, user.value());
                delete.executeUpdate();
                insert.setString(1, user.value());
                insert.setString(2, words);
                insert.executeUpdate();
            }
            audit.record(NewAuditEvent.of(NOTE_WRITTEN, actor).user(user).change("words", before, words));
            return words;
        });
    }

    /** Gives the note of one user to another who has none. */
    void move(UserId from, UserId to) {
        if (find(to).isEmpty()) {
            String sql = "update " + database.table("notes_note") + " set user_id = ? where user_id = ?";
            database.write(connection -> {
                try (PreparedStatement update = connection.prepareStatement(sql)) {
                    update.setString(1, to.value());
                    update.setString(2, from.value());
                    return update.executeUpdate();
                }
            });
        }
    }
}
