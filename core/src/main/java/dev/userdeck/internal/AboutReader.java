package dev.userdeck.internal;

import dev.userdeck.about.About;
import dev.userdeck.about.About.SchemaState;
import dev.userdeck.internal.migration.SchemaInspection;
import dev.userdeck.internal.storage.Dialect;
import dev.userdeck.internal.storage.JdbcDatabase;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.SchemaScripts;
import java.net.URI;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells what runs. */
final class AboutReader {
    private static final ComponentProperties CORE = ComponentProperties.of(AboutReader.class, CoreSchema.COMPONENT);

    private final Settings settings;
    private final ConnectionSource connections;
    private final JdbcDatabase database;
    private final Dialect dialect;
    private final Recipes recipes;
    private final Map<String, SchemaScripts> schema;

    /**
     * Tells of these.
     *
     * @param schema the scripts of core and of the recipes, by component
     */
    AboutReader(
            Settings settings,
            ConnectionSource connections,
            JdbcDatabase database,
            Dialect dialect,
            Recipes recipes,
            Map<String, SchemaScripts> schema) {
        this.settings = settings;
        this.connections = connections;
        this.database = database;
        this.dialect = dialect;
        this.recipes = recipes;
        this.schema = schema;
    }

    About read() {
        return database.read(this::read);
    }

    private About read(Connection connection) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        SchemaInspection history = settings.migration() == Settings.Migration.NONE
                ? null
                : SchemaInspection.of(connection, dialect, settings.schema(), settings.clock());
        return new About(
                CORE.versionOr("unknown"),
                documentation(),
                new About.Database(
                        metaData.getDatabaseProductName(),
                        metaData.getDatabaseProductVersion(),
                        metaData.getDriverName(),
                        metaData.getDriverVersion()),
                connections.pool(),
                components(history),
                AbsentRecipes.beside(recipes.inOrder(), id -> history != null && history.knows(id)));
    }

    private static URI documentation() {
        String version = CORE.versionOr("unknown");
        String place = version.matches("[0-9.]+") ? "v" + version : "HEAD";
        return URI.create(CORE.get("source") + "/blob/" + place + "/docs/");
    }

    private List<About.Component> components(@Nullable SchemaInspection history) {
        var components = new ArrayList<About.Component>();
        components.add(component(CoreSchema.COMPONENT, CORE.version(), history));
        for (Recipe recipe : recipes.inOrder()) {
            String id = recipe.id().value();
            String version = ComponentProperties.of(recipe.getClass(), id).version();
            components.add(component(id, version, history));
        }
        return components;
    }

    private About.Component component(String id, @Nullable String version, @Nullable SchemaInspection history) {
        SchemaScripts own = schema.get(id);
        if (own == null) {
            return new About.Component(id, version, SchemaState.NONE, List.of());
        }
        if (history == null) {
            List<About.Script> unknown = own.names().stream()
                    .map(name -> new About.Script(name, null, null))
                    .toList();
            return new About.Component(id, version, SchemaState.NOT_LOOKED_AT, unknown);
        }
        List<About.Script> scripts = history.scripts(id, own);
        return new About.Component(id, version, history.state(id, scripts), scripts);
    }
}
