package dev.userdeck.testkit;

import dev.userdeck.dashboard.spi.Fact;
import dev.userdeck.dashboard.spi.Facts;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.dashboard.spi.UserSection.Option;
import dev.userdeck.dashboard.spi.UserSection.Options;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.paging.InvalidCursorException;
import dev.userdeck.paging.Paged;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.RandomRecipe.Tag;
import dev.userdeck.testkit.RandomRecipe.Thing;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The routes of {@link RandomRecipe}. */
final class RandomRecipeRoutes {
    /** The tags one can choose from. */
    static final List<String> CHOICE = List.of("blue", "green", "red", "with/slash & ünïcode");

    static final ProblemType THING_TAKEN = new ProblemType("thing-taken", 409, "There is a thing of this name");
    private static final Parameter<String> QUERY = Parameter.query("q");
    private static final Parameter<String> CURSOR = Parameter.query("cursor");
    private static final Parameter<Integer> SIZE = Parameter.number("size", 1, 100, 50);
    private static final Parameter<String> TENANT = Parameter.query("tenant");
    private static final Parameter<String> TAG = Parameter.path("tag");
    private static final Parameter<String> THING = Parameter.path("thing");

    /** What puts tags on a user. */
    public record NewTags(
            @Nullable List<String> tags, @Nullable String tenant) {}

    /** A note on a user. */
    public record Note(@Nullable String text) {}

    /** Settings of a user. */
    public record NewSettings(@Nullable String json) {}

    /** What makes a thing. */
    public record NewThing(@Nullable String name, @Nullable String description) {}

    private final RandomRecipe recipe;
    final Route addTags;
    final Route removeTag;
    final Route tagOptions;
    final Route setNote;
    final Route clearNote;
    final Route saveSettings;
    final Route things;
    final Route addThing;
    final Route removeThing;
    final Route thingFacts;

    RandomRecipeRoutes(RandomRecipe recipe) {
        this.recipe = recipe;
        this.addTags = Route.post("/users/{userId}/tags")
                .permission(recipe.write())
                .body(NewTags.class)
                .handle(this::addTags);
        this.removeTag = Route.delete("/users/{userId}/tags/{tag}")
                .permission(recipe.write())
                .parameters(TAG, TENANT)
                .handle(this::removeTag);
        this.tagOptions = Route.get("/tag-options")
                .permission(recipe.read())
                .handlesScope()
                .parameters(QUERY, TENANT)
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
        this.things = Route.get("/things")
                .permission(recipe.read())
                .parameters(QUERY, CURSOR, SIZE)
                .answers(200, Paged.class)
                .handle(this::things);
        this.addThing = Route.post("/things")
                .permission(recipe.manage())
                .body(NewThing.class)
                .answers(201, Map.class)
                .problems(THING_TAKEN)
                .handle(this::addThing);
        this.removeThing = Route.delete("/things/{thing}")
                .permission(recipe.manage())
                .parameters(THING)
                .handle(this::removeThing);
        this.thingFacts = Route.get("/things/{thing}/deletion")
                .permission(recipe.manage())
                .parameters(THING)
                .answers(200, Facts.class)
                .handle(this::thingFacts);
    }

    Route[] all() {
        return Stream.of(
                        addTags,
                        removeTag,
                        tagOptions,
                        setNote,
                        clearNote,
                        saveSettings,
                        things,
                        addThing,
                        removeThing,
                        thingFacts)
                .toArray(Route[]::new);
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
        if (!recipe.untag(request.user().id(), request.require(TAG))) {
            throw Problem.of(ProblemType.NOT_FOUND).exception();
        }
        return Response.noContent();
    }

    private Response tagOptions(Request<Void> request) {
        String text = Objects.requireNonNullElse(request.get(QUERY), "");
        return Response.ok(new Options(CHOICE.stream()
                .filter(tag -> tag.contains(text))
                .map(tag -> new Option(tag, tag, null))
                .toList()));
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
        if (!recipe.settings(
                request.user().id(), json, request.header("If-Match").orElse(""))) {
            throw Problem.of(ProblemType.STALE).exception();
        }
        return Response.noContent();
    }

    private Response things(Request<Void> request) {
        String text = Objects.requireNonNullElse(request.get(QUERY), "");
        String after = Objects.requireNonNullElse(request.get(CURSOR), "");
        if (!after.isEmpty() && !recipe.things().contains(after)) {
            throw new InvalidCursorException();
        }
        List<Thing> left = recipe.thingsLike(text).stream()
                .filter(thing -> thing.name().compareTo(after) > 0)
                .toList();
        List<Thing> page = left.stream().limit(request.require(SIZE)).toList();
        String next = left.size() > page.size() ? page.get(page.size() - 1).name() : null;
        return Response.ok(new Paged<>(page, next, null).map(RandomRecipePanels::row));
    }

    private Response addThing(Request<NewThing> request) {
        String name = request.body().name();
        if (name == null || name.isBlank()) {
            throw Problem.invalid("name", "required", "Enter a name").exception();
        }
        if (!recipe.add(new Thing(name, request.body().description()))) {
            throw Problem.of(THING_TAKEN)
                    .detail("There is a thing named " + name)
                    .exception();
        }
        return Response.created(Map.of("name", name));
    }

    private Response removeThing(Request<Void> request) {
        if (!recipe.remove(request.require(THING))) {
            throw Problem.of(ProblemType.NOT_FOUND).exception();
        }
        return Response.noContent();
    }

    private Response thingFacts(Request<Void> request) {
        String thing = request.require(THING);
        return Response.ok(new Facts(List.of(new Fact(1, Text.of(recipe.id() + ".thing-goes", "thing goes"))), thing));
    }
}
