package dev.userdeck.internal.storage;

import dev.userdeck.libs.org.jooq.Configuration;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.libs.org.jooq.Field;
import dev.userdeck.libs.org.jooq.Query;
import dev.userdeck.libs.org.jooq.Table;
import dev.userdeck.libs.org.jooq.conf.MappedSchema;
import dev.userdeck.libs.org.jooq.conf.RenderMapping;
import dev.userdeck.libs.org.jooq.conf.RenderQuotedNames;
import dev.userdeck.libs.org.jooq.conf.Settings;
import dev.userdeck.libs.org.jooq.exception.DataAccessException;
import dev.userdeck.libs.org.jooq.impl.DSL;
import dev.userdeck.libs.org.jooq.impl.DefaultConfiguration;
import dev.userdeck.libs.org.jooq.impl.DefaultConnectionProvider;
import dev.userdeck.libs.org.jooq.impl.NoTransactionProvider;
import dev.userdeck.recipe.spi.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * jOOQ over {@link JdbcDatabase}: the same connections, the same transactions, the same exceptions. jOOQ's own
 * transactions are switched off, as they would commit the host's work.
 */
public final class JooqDatabase {
    private final JdbcDatabase database;
    private final Configuration configuration;

    /** Creates it. */
    public JooqDatabase(JdbcDatabase database) {
        this.database = database;
        var settings = new Settings()
                .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED)
                .withExecuteLogging(false);
        String schema = database.schema();
        if (schema != null) {
            settings.setRenderMapping(new RenderMapping()
                    .withSchemata(new MappedSchema()
                            .withInput("")
                            .withOutput(database.dialect().schemaName(schema))));
        }
        this.configuration = new DefaultConfiguration()
                .set(database.dialect().jooq())
                .set(settings)
                .set(new NoTransactionProvider());
        configuration.data(Dialect.class, database.dialect());
    }

    /** jOOQ over the database that a recipe was given. */
    public static JooqDatabase over(Database database) {
        return new JooqDatabase((JdbcDatabase) database);
    }

    /** Reads, in the open transaction if there is one; see {@link Database#read}. */
    public <T> T read(Function<DSLContext, T> work) {
        return database.read(connection -> run(connection, work));
    }

    /**
     * Renders a statement; see {@link RenderedStatement}. No connection is taken.
     *
     * @param name what it is called, for those who look for a fault
     * @param statement of whose values, all of them parameters of {@link Bind}, only the names count
     */
    public RenderedStatement prepare(String name, Function<DSLContext, ? extends Query> statement) {
        return StatementRenderer.named(configuration, name, statement.apply(DSL.using(configuration)));
    }

    /** For a statement whose text depends on what is asked; see {@link StatementCache}. */
    public StatementCache prepareByShape(String name) {
        return new StatementCache(configuration, name);
    }

    /** The insert of rows with these columns; see {@link RenderedInsert}. */
    public RenderedInsert prepareInsert(Table<?> table, Field<?>... columns) {
        return new RenderedInsert(DSL.using(configuration), table, List.of(columns));
    }

    /** As {@link #read}, with statements of {@link #prepare}. */
    public <T> T readPlain(Database.Work<T> work) {
        return database.read(work);
    }

    /** Writes all of it or nothing; see {@link Database#write}. Catch a violation outside of this call. */
    public <T> T write(Function<DSLContext, T> work) {
        return database.write(connection -> run(connection, work));
    }

    /** Writes within the open transaction, or in one of its own, without a savepoint: for work no constraint can refuse. */
    public <T> T join(Function<DSLContext, T> work) {
        return database.join(connection -> run(connection, work));
    }

    /** As {@link #write}, with statements of {@link #prepare}. */
    public <T> T writePlain(Database.Work<T> work) {
        return database.write(work);
    }

    /** As {@link #join}, with statements of {@link #prepare}. */
    public <T> T joinPlain(Database.Work<T> work) {
        return database.join(work);
    }

    /** Runs {@code work}, and {@code first} in each transaction that it opens; see {@link JdbcDatabase#checking}. */
    public <T> T checking(Consumer<DSLContext> first, Supplier<T> work) {
        return database.checking(
                connection -> run(connection, db -> {
                    first.accept(db);
                    return db;
                }),
                work);
    }

    /** What its engine can do. */
    public Dialect dialect() {
        return database.dialect();
    }

    /** The schema of our tables, null for the default one. */
    public @Nullable String schema() {
        return database.schema();
    }

    /** Whether the transaction that is open on this thread is the host's. */
    public boolean isHostTransaction() {
        return database.isHostTransaction();
    }

    /** Whether nothing can be written here and now; see {@link JdbcDatabase#isReadOnly}. */
    public boolean isReadOnly() {
        return database.isReadOnly();
    }

    /** Lets statements of this thread take as long as background work; see {@link JdbcDatabase#longWork}. */
    public StatementLimits.LongWork longWork() {
        return database.longWork();
    }

    /** Runs {@code work} after our commit; see {@link JdbcDatabase#afterCommit}. */
    public boolean afterCommit(Runnable work) {
        return database.afterCommit(work);
    }

    private <T> T run(Connection connection, Function<DSLContext, T> work) throws SQLException {
        var db = DSL.using(configuration.derive(new DefaultConnectionProvider(connection)));
        try {
            return work.apply(db);
        } catch (DataAccessException e) {
            SQLException failure = e.getCause(SQLException.class);
            if (failure == null) {
                throw e;
            }
            throw failure;
        }
    }
}
