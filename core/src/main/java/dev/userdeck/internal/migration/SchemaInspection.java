package dev.userdeck.internal.migration;

import dev.userdeck.about.About;
import dev.userdeck.about.About.SchemaState;
import dev.userdeck.internal.storage.Dialect;
import dev.userdeck.recipe.spi.SchemaScripts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Tells of a schema's history, which it reads once. */
public final class SchemaInspection {
    private final Dialect dialect;
    private final Map<History.Key, History.Entry> done;

    private SchemaInspection(Dialect dialect, Map<History.Key, History.Entry> done) {
        this.dialect = dialect;
        this.done = done;
    }

    /** Reads what ran on the database behind a connection. */
    public static SchemaInspection of(Connection connection, Dialect dialect, @Nullable String schema, Clock clock)
            throws SQLException {
        return new SchemaInspection(dialect, new History(connection, schema, clock).read());
    }

    /** Whether scripts of this component ran, be it there now or not. */
    public boolean knows(String component) {
        return done.keySet().stream().anyMatch(key -> key.component().equals(component));
    }

    /** The scripts of a component, each with what is known of its run. */
    public List<About.Script> scripts(String component, SchemaScripts scripts) {
        return scripts.names().stream()
                .map(name -> script(SqlScript.load(component, scripts.owner(), name, dialect)))
                .toList();
    }

    private About.Script script(SqlScript script) {
        List<History.Entry> entries = IntStream.range(0, script.statements().size())
                .mapToObj(index -> done.get(History.key(script, index)))
                .filter(entry -> entry != null && entry.done())
                .toList();
        if (entries.isEmpty() || entries.size() < script.statements().size()) {
            return new About.Script(script.name(), null, null);
        }
        History.Entry last = Collections.max(entries, Comparator.comparingLong(History.Entry::finishedAt));
        return new About.Script(
                script.name(),
                Instant.ofEpochMilli(last.finishedAt()),
                last.runBy().isEmpty() ? null : last.runBy());
    }

    /** How far a component is, by its scripts. */
    public SchemaState state(String component, List<About.Script> scripts) {
        if (scripts.stream().anyMatch(script -> script.appliedAt() == null)) {
            return SchemaState.BEHIND;
        }
        boolean isNewer = done.keySet().stream()
                .filter(key -> key.component().equals(component))
                .anyMatch(key ->
                        scripts.stream().noneMatch(script -> script.name().equals(key.script())));
        return isNewer ? SchemaState.NEWER : SchemaState.UP_TO_DATE;
    }
}
