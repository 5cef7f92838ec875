package dev.userdeck.recipe.usermetadata.internal;

import static dev.userdeck.recipe.usermetadata.internal.jooq.Tables.UD_USER;
import static dev.userdeck.recipe.usermetadata.internal.jooq.Tables.UD_USERMETADATA;

import dev.userdeck.internal.storage.BatchInsert;
import dev.userdeck.internal.storage.Bind;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.storage.RenderedStatement;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.libs.org.jooq.Param;
import dev.userdeck.libs.org.jooq.Query;
import dev.userdeck.libs.org.jooq.Record4;
import dev.userdeck.recipe.usermetadata.Metadata;
import dev.userdeck.recipe.usermetadata.internal.jooq.tables.UdUsermetadata;
import dev.userdeck.user.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The rows: one for each user who has metadata. Who changes one holds the row of the user. */
final class JooqMetadata {
    private static final UdUsermetadata ROWS = UD_USERMETADATA;
    private static final Param<String> USER = Bind.param("user", ROWS.USER_ID);

    private final RenderedStatement find;

    JooqMetadata(JooqDatabase jooq) {
        this.find = jooq.prepare("metadata of a user", JooqMetadata::find);
    }

    /** Whether there is such a user, who stays, and whose metadata nobody else changes, before the transaction ends. */
    boolean lockUser(DSLContext db, UserId user) {
        return db.select(UD_USER.ID)
                .from(UD_USER)
                .where(UD_USER.ID.eq(user.value()))
                .forUpdate()
                .fetchOptional()
                .isPresent();
    }

    Optional<Metadata> find(DSLContext db, UserId user) {
        return db.connectionResult(connection -> find(connection, user));
    }

    Optional<Metadata> find(Connection connection, UserId user) throws SQLException {
        return find.query(
                connection,
                rows -> rows.next()
                        ? Optional.of(new Metadata(
                                rows.get(ROWS.DOCUMENT),
                                rows.get(ROWS.VERSION),
                                Instant.ofEpochMilli(rows.get(ROWS.CHANGED_AT))))
                        : Optional.empty(),
                Bind.of(USER, user.value()));
    }

    Map<UserId, Metadata> findAll(DSLContext db, Collection<UserId> users) {
        var found = new LinkedHashMap<UserId, Metadata>();
        db.select(ROWS.USER_ID, ROWS.DOCUMENT, ROWS.VERSION, ROWS.CHANGED_AT)
                .from(ROWS)
                .where(ROWS.USER_ID.in(users.stream().map(UserId::value).toList()))
                .forEach(row -> found.put(new UserId(row.value1()), toMetadata(row)));
        return found;
    }

    /** The same, and nobody else changes them before the transaction ends. */
    Map<UserId, Metadata> lockAll(DSLContext db, Collection<UserId> users) {
        var found = new LinkedHashMap<UserId, Metadata>();
        if (!users.isEmpty()) {
            db.select(ROWS.USER_ID, ROWS.DOCUMENT, ROWS.VERSION, ROWS.CHANGED_AT)
                    .from(ROWS)
                    .where(ROWS.USER_ID.in(users.stream().map(UserId::value).toList()))
                    .orderBy(ROWS.USER_ID)
                    .forUpdate()
                    .forEach(row -> found.put(new UserId(row.value1()), toMetadata(row)));
        }
        return found;
    }

    void insertAll(DSLContext db, Map<UserId, Metadata> all) {
        var rows = BatchInsert.into(ROWS, ROWS.USER_ID, ROWS.DOCUMENT, ROWS.VERSION, ROWS.CHANGED_AT);
        all.forEach((user, metadata) -> rows.add(
                Bind.of(ROWS.USER_ID, user.value()),
                Bind.of(ROWS.DOCUMENT, metadata.json()),
                Bind.of(ROWS.VERSION, metadata.version()),
                Bind.of(ROWS.CHANGED_AT, metadata.changedAt().toEpochMilli())));
        rows.insert(db);
    }

    void insert(DSLContext db, UserId user, Metadata metadata) {
        db.insertInto(ROWS, ROWS.USER_ID, ROWS.DOCUMENT, ROWS.VERSION, ROWS.CHANGED_AT)
                .values(
                        user.value(),
                        metadata.json(),
                        metadata.version(),
                        metadata.changedAt().toEpochMilli())
                .execute();
    }

    void update(DSLContext db, UserId user, Metadata metadata) {
        db.update(ROWS)
                .set(ROWS.DOCUMENT, metadata.json())
                .set(ROWS.VERSION, metadata.version())
                .set(ROWS.CHANGED_AT, metadata.changedAt().toEpochMilli())
                .where(ROWS.USER_ID.eq(user.value()))
                .execute();
    }

    void delete(DSLContext db, UserId user) {
        db.deleteFrom(ROWS).where(ROWS.USER_ID.eq(user.value())).execute();
    }

    private static Query find(DSLContext db) {
        return db.select(ROWS.DOCUMENT, ROWS.VERSION, ROWS.CHANGED_AT)
                .from(ROWS)
                .where(ROWS.USER_ID.eq(USER));
    }

    private static Metadata toMetadata(Record4<String, String, Long, Long> row) {
        return new Metadata(row.value2(), row.value3(), Instant.ofEpochMilli(row.value4()));
    }
}
