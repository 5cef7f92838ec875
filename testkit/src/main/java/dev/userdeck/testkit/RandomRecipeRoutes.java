package dev.userdeck.testkit;

import dev.userdeck.dashboard.spi.UserSection.Option;
import dev.userdeck.dashboard.spi.UserSection.Options;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.RandomRecipeState.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The routes of {@link RandomRecipe}. */
final class RandomRecipeRoutes {
    /** The tags one can choose from. */
    static final List<String> CHOICE = List.of("blue", "green", "red", "with/slash & ünïcode");

    private static final Parameter<String> QUERY = Parameter.query("q");
    private static final Parameter<String> ID = Parameter.query("id");
    private static final Parameter<String> TENANT = Parameter.query("tenant");
    private static final Parameter<String> TAG = Parameter.path("tag");

    /** What puts tags on a user. */
    public record NewTags(
            @Nullable List<String> tags, @Nullable String tenant) {}

    /** A note on a user. */
    public record Note(@Nullable String text) {}

    /** Settings of a user. */
    public record NewSettings(@Nullable String json) {}

    private final RandomRecipeState recipe;
    final Route addTags;
    final Route removeTag;
    final Route tagOptions;
    final Route setNote;
    final Route clearNote;
    final Route saveSettings;

    RandomRecipeRoutes(RandomRecipeState recipe) {
        this.recipe = recipe;
        this.addTags = Route.post("/users/{userId}/tags")
                .permission(recipe.write())
                .handlesScope()
                .body(NewTags.class)
                .handle(this::addTags);
        this.removeTag = Route.delete("/users/{userId}/tags/{tag}")
                .permission(recipe.write())
                .handlesScope()
                .parameters(TAG, TENANT)
                .handle(this::removeTag);
        this.tagOptions = Route.get("/tag-options")
                .permission(recipe.read())
                .handlesScope()
                .parameters(QUERY, ID, TENANT)
                .answers(200, Options.class)
                .handle(this::tagOptions);
        this.setNote = Route.put("/users/{userId}/note")
                .permission(recipe.write())
                .body(Note.class)
                .handle(this::setNote);
        this.clearNote =
                Route.delete("/users/{userId}/note").permission(recipe.write()).handle(this::clearNote);
        this.saveSettings = Route.put("/users/{userId}/settings")
                .permission(recipe.write())
                .body(NewSettings.class)
                .needsIfMatch()
                .problems(ProblemType.STALE)
                .handle(this::saveSettings);
    }

    Stream<Route> all() {
        return Stream.of(addTags, removeTag, tagOptions, setNote, clearNote, saveSettings);
    }

    private Response addTags(Request<NewTags> request) {
        List<String> names = request.body().tags();
        if (names == null || names.isEmpty()) {
            throw Problem.invalid("tags", "required", "Choose at least one").exception();
        }
        String tenant = request.body().tenant();
        var where = tenant == null ? TenantId.PUBLIC : new TenantId(tenant);
        if (!request.scope().covers(where)) {
            throw Problem.of(ProblemType.NOT_FOUND).exception();
        }
        names.forEach(name -> recipe.tag(request.user().id(), new Tag(name, where)));
        return Response.noContent();
    }

    private Response removeTag(Request<Void> request) {
        if (!recipe.untag(request.user().id(), request.require(TAG), request.scope())) {
            throw Problem.of(ProblemType.NOT_FOUND).exception();
        }
        return Response.noContent();
    }

    private Response tagOptions(Request<Void> request) {
        String text = Objects.requireNonNullElse(request.get(QUERY), "").toLowerCase(Locale.ROOT);
        String id = request.get(ID);
        return Response.ok(new Options(CHOICE.stream()
                .filter(tag -> id == null ? tag.contains(text) : tag.equals(id))
                .map(tag -> new Option(tag, label(tag), null))
                .toList()));
    }

    /** What a tag is called, which is not its id. */
    static String label(String tag) {
        return tag.substring(0, 1).toUpperCase(Locale.ROOT) + tag.substring(1);
    }

    private Response setNote(Request<Note> request) {
        String text = request.body().text();
        if (text == null || text.isBlank()) {
            throw Problem.invalid("text", "required", "Write something").exception();
        }
        recipe.note(request.user().id(), text);
        return Response.noContent();
    }

    private Response clearNote(Request<Void> request) {
        recipe.note(request.user().id(), null);
        return Response.noContent();
    }

    private Response saveSettings(Request<NewSettings> request) {
        String json = request.body().json();
        if (json == null || !json.startsWith("{")) {
            throw Problem.invalid("json", "json-syntax", "Write an object").exception();
        }
        var version = request.ifMatchVersion();
        if (version.isEmpty() || !recipe.settings(request.user().id(), json, version.getAsLong())) {
            throw Problem.of(ProblemType.STALE).exception();
        }
        return Response.noContent();
    }
}
