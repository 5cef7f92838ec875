package dev.userdeck.dashboard.internal.api;

import static dev.userdeck.operator.Permission.ABOUT_READ;

import dev.userdeck.Userdeck;
import dev.userdeck.about.About;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.mail.MailDelivery;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What runs: of the whole app, so not for operators of some tenants. */
final class AboutApi {
    private final Userdeck userdeck;

    AboutApi(Userdeck userdeck) {
        this.userdeck = userdeck;
    }

    List<Route> routes() {
        return List.of(Route.get("/about")
                .summary("Tell what runs, and what could be added")
                .permission(ABOUT_READ)
                .answers(200, AboutDocument.class)
                .handle(request -> Response.ok(
                        AboutDocument.of(userdeck.about(), userdeck.outbox().delivery()))));
    }

    /** As sent; {@code documentation} is a folder. */
    public record AboutDocument(
            String version,
            String documentation,
            DatabaseDocument database,
            PoolDocument pool,
            MailDelivery mail,
            List<ComponentDocument> components,
            List<AbsentRecipeDocument> absentRecipes) {

        static AboutDocument of(About about, MailDelivery mail) {
            return new AboutDocument(
                    about.version(),
                    about.documentation().toString(),
                    DatabaseDocument.of(about.database()),
                    PoolDocument.of(about.pool()),
                    mail,
                    about.components().stream().map(ComponentDocument::of).toList(),
                    about.absentRecipes().stream().map(AbsentRecipeDocument::of).toList());
        }
    }

    /** The database as its driver tells it. */
    public record DatabaseDocument(String product, String version, String driver, String driverVersion) {

        static DatabaseDocument of(About.Database database) {
            return new DatabaseDocument(
                    database.product(), database.version(), database.driver(), database.driverVersion());
        }
    }

    /** The pool of the node that answers; {@code ours} if Userdeck opened it. Without the numbers where it doesn't tell them. */
    public record PoolDocument(
            boolean ours,
            String type,
            @Nullable Integer active,
            @Nullable Integer idle,
            @Nullable Integer waiting,
            @Nullable Integer most) {

        static PoolDocument of(About.Pool pool) {
            About.PoolUse use = pool.use();
            return use == null
                    ? new PoolDocument(pool.isOurs(), pool.type(), null, null, null, null)
                    : new PoolDocument(pool.isOurs(), pool.type(), use.active(), use.idle(), use.waiting(), use.most());
        }
    }

    /** Core or a recipe that runs; without {@code version} if its jar doesn't tell. */
    public record ComponentDocument(
            String id, @Nullable String version, About.SchemaState schema, List<ScriptDocument> scripts) {

        static ComponentDocument of(About.Component component) {
            return new ComponentDocument(
                    component.id(),
                    component.version(),
                    component.schema(),
                    component.scripts().stream()
                            .map(script -> new ScriptDocument(script.name(), script.appliedAt(), script.appliedBy()))
                            .toList());
        }
    }

    /** A migration script; without {@code appliedAt} if it didn't run, or nobody looked. */
    public record ScriptDocument(
            String name,
            @Nullable Instant appliedAt,
            @Nullable String appliedBy) {}

    /**
     * A recipe that doesn't run: {@code call} adds it to the builder. Without {@code id} if it doesn't come with Userdeck, without
     * {@code artifact} if it is on the class path.
     */
    public record AbsentRecipeDocument(
            @Nullable String id, String type, @Nullable String artifact, String call, boolean hasTables) {

        static AbsentRecipeDocument of(About.AbsentRecipe recipe) {
            return new AbsentRecipeDocument(
                    recipe.id(), recipe.type(), recipe.artifact(), recipe.call(), recipe.hasTables());
        }
    }
}
