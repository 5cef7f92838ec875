package dev.userdeck.testkit;

import dev.userdeck.dashboard.spi.Action;
import dev.userdeck.dashboard.spi.Column;
import dev.userdeck.dashboard.spi.Column.StatusValue;
import dev.userdeck.dashboard.spi.Column.TitleValue;
import dev.userdeck.dashboard.spi.Confirm;
import dev.userdeck.dashboard.spi.Fact;
import dev.userdeck.dashboard.spi.Facts;
import dev.userdeck.dashboard.spi.Field;
import dev.userdeck.dashboard.spi.Link;
import dev.userdeck.dashboard.spi.Preview;
import dev.userdeck.dashboard.spi.PreviewData;
import dev.userdeck.dashboard.spi.RecipePage;
import dev.userdeck.dashboard.spi.TableRow;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.dashboard.spi.Tone;
import dev.userdeck.dashboard.spi.UserSection.FactRow;
import dev.userdeck.dashboard.spi.UserSection.Option;
import dev.userdeck.dashboard.spi.UserSection.Options;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.paging.InvalidCursorException;
import dev.userdeck.paging.Page;
import dev.userdeck.testkit.RandomRecipeState.Thing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page of {@link RandomRecipe}, its preview, and their routes. */
final class RandomRecipePage {
    static final ProblemType THING_TAKEN = new ProblemType("thing-taken", 409, "There is a thing of this name");
    /** Things of this name can't be renamed or deleted. */
    static final String LOCKED = "anchor";
    /** The rows of a part that are on a page. */
    private static final int ROWS = 2;

    private static final Parameter<String> QUERY = Parameter.query("q");
    private static final Parameter<String> CURSOR = Parameter.query("cursor");
    private static final Parameter<Integer> SIZE = Parameter.number("size", 1, 100, 50);
    private static final Parameter<String> THING = Parameter.path("thing");

    /** What a thing is to be. */
    public record ThingBody(
            @Nullable String name,
            @Nullable String description,
            @Nullable List<String> words) {}

    /** By what a thing is found. */
    public record ThingKey(String key) {}

    private final RandomRecipeState recipe;
    private final Route list;
    private final Route add;
    private final Route show;
    private final Route change;
    private final Route remove;
    private final Route facts;
    private final Route words;
    private final Route wordOptions;

    RandomRecipePage(RandomRecipeState recipe) {
        this.recipe = recipe;
        this.list = Route.get("/things")
                .permission(recipe.read())
                .parameters(QUERY, CURSOR, SIZE)
                .refusesUnknown()
                .answersPage(200, TableRow.class)
                .handle(this::list);
        this.add = Route.post("/things")
                .permission(recipe.manage())
                .body(ThingBody.class)
                .answers(201, ThingKey.class)
                .problems(THING_TAKEN)
                .handle(this::add);
        this.change = Route.put("/things/{thing}")
                .permission(recipe.manage())
                .parameters(THING)
                .body(ThingBody.class)
                .needsIfMatch()
                .answers(200, ThingKey.class)
                .problems(THING_TAKEN, ProblemType.STALE)
                .handle(this::change);
        this.remove = Route.delete("/things/{thing}")
                .permission(recipe.manage())
                .parameters(THING)
                .handle(this::remove);
        this.facts = Route.get("/things/{thing}/deletion")
                .permission(recipe.manage())
                .parameters(THING)
                .answers(200, Facts.class)
                .handle(this::facts);
        this.show = Route.get("/things/{thing}")
                .permission(recipe.read())
                .parameters(THING)
                .answers(200, PreviewData.class)
                .handle(request -> Response.ok(data(thing(request))));
        this.words = Route.get("/things/{thing}/words")
                .permission(recipe.read())
                .parameters(THING, CURSOR)
                .refusesUnknown()
                .answersPage(200, TableRow.class)
                .handle(request -> Response.ok(words(thing(request), request.get(CURSOR))));
        this.wordOptions = Route.get("/word-options")
                .permission(recipe.read())
                .parameters(QUERY)
                .answers(200, Options.class)
                .handle(this::wordOptions);
    }

    Stream<Route> routes() {
        return Stream.of(list, add, show, change, remove, facts, words, wordOptions);
    }

    RecipePage page() {
        return RecipePage.of(
                        "things",
                        text("things", "Things"),
                        "box",
                        List.of(
                                Column.of("name", Column.Kind.TITLE, text("name", "Name"))
                                        .small(Column.Small.MAIN),
                                Column.of("description", Column.Kind.TEXT, text("description", "Description"))
                                        .width(Column.Width.GROW),
                                Column.of("state", Column.Kind.STATUS, text("state", "State"))),
                        list,
                        new RecipePage.Empty(
                                text("no-things", "No things yet"),
                                text("no-things-text", "A thing is good for trying this page."),
                                null))
                .search(text("search", "Search things"))
                .create(form(Action.of(text("add-thing", "New thing"), add)
                        .icon("plus")
                        .tone(Tone.PRIMARY)
                        .done(text("thing-added", "{label} added"))))
                .rowActions(delete())
                .preview(preview());
    }

    private Preview preview() {
        var table = new Preview.Table(
                List.of(Column.of("word", Column.Kind.TEXT, text("word", "Word"))),
                text("no-words", "No words"),
                words,
                text("all-tagged", "See who is tagged so"));
        return Preview.of(show)
                .edit(form(Action.of(text("change-thing", "Change thing"), change)
                        .done(text("thing-changed", "{label} changed"))))
                .actions(delete())
                .part("words", text("words", "Words"), new Preview.Chips(text("no-words", "No words"), ":"))
                .part("facts", text("facts", "In short"), new Preview.Facts())
                .part("table", text("table", "One by one"), table);
    }

    private Action form(Action action) {
        return action.form(
                Field.required("name", Field.Kind.TEXT, text("name", "Name")).maxLength(50),
                Field.optional("description", Field.Kind.TEXT, text("description", "Description")),
                Field.optional("words", Field.Kind.TAGS, text("words", "Words")).suggestions(wordOptions));
    }

    private Action delete() {
        return Action.of(text("delete-thing", "Delete"), remove)
                .tone(Tone.DANGER)
                .confirm(new Confirm(
                        text("delete-thing-title", "Delete {label}?"),
                        text("delete-thing-text", "It can't be brought back."),
                        facts,
                        text("delete-thing", "Delete")));
    }

    private Response list(Request<Void> request) {
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
        return Response.ok(new Page<>(page, next, null).map(this::row));
    }

    private TableRow row(Thing thing) {
        var cells = new HashMap<String, Object>();
        cells.put("name", new TitleValue(thing.name(), null));
        cells.put("state", new StatusValue(Tone.WARN, Text.of("things.new", "New")));
        if (thing.description() != null) {
            cells.put("description", thing.description());
        }
        var row = new TableRow(thing.name(), cells);
        return thing.name().equals(LOCKED) ? row.lockAction(remove, text("locked", "It has to stay")) : row;
    }

    private PreviewData data(Thing thing) {
        String description = thing.description();
        var data = PreviewData.of(thing.name(), thing.version())
                .line(description)
                .value("name", thing.name())
                .value("description", Objects.requireNonNullElse(description, ""))
                .value("words", thing.words())
                .part("words", new PreviewData.Labels(thing.words()))
                .part(
                        "facts",
                        new PreviewData.Facts(
                                List.of(new FactRow(text("version", "Version"), Column.Kind.NUMBER, thing.version()))))
                .part(
                        "table",
                        new PreviewData.Rows(
                                words(thing, null),
                                (long) thing.words().size(),
                                thing.words().isEmpty()
                                        ? null
                                        : Link.toUsers("tags", thing.words().get(0))));
        return thing.name().equals(LOCKED)
                ? data.lockField("name", text("locked", "It has to stay"))
                        .lockAction(remove, text("locked", "It has to stay"))
                : data;
    }

    private Page<TableRow> words(Thing thing, @Nullable String cursor) {
        int from = cursor == null ? 0 : Integer.parseInt(cursor);
        int end = Math.min(thing.words().size(), from + ROWS);
        return new Page<>(
                        thing.words().subList(from, end),
                        end < thing.words().size() ? String.valueOf(end) : null,
                        from == 0 ? null : String.valueOf(Math.max(0, from - ROWS)))
                .map(word -> new TableRow(word, Map.of("word", word)).link(Link.toUsers("tags", word)));
    }

    private Response wordOptions(Request<Void> request) {
        String text = Objects.requireNonNullElse(request.get(QUERY), "");
        return Response.ok(new Options(RandomRecipeRoutes.CHOICE.stream()
                .filter(word -> word.startsWith(text))
                .map(word -> new Option(word, word, null))
                .toList()));
    }

    private Response add(Request<ThingBody> request) {
        Thing thing = thing(request.body(), 1);
        if (!recipe.add(thing)) {
            throw taken(thing.name());
        }
        return Response.created(new ThingKey(thing.name()));
    }

    private Response change(Request<ThingBody> request) {
        Thing before = thing(request);
        if (!request.ifMatches(before.version())) {
            throw Problem.of(ProblemType.STALE).exception();
        }
        Thing after = thing(request.body(), before.version() + 1);
        if (!after.name().equals(before.name()) && !recipe.add(after)) {
            throw taken(after.name());
        }
        recipe.replace(before.name(), after);
        return Response.ok(new ThingKey(after.name()));
    }

    private static ProblemException taken(String name) {
        return Problem.of(THING_TAKEN)
                .detail("There is a thing named " + name)
                .with("row", name)
                .exception();
    }

    private static Thing thing(ThingBody body, long version) {
        String name = body.name();
        if (name == null || name.isBlank()) {
            throw Problem.invalid("name", "required", "Enter a name").exception();
        }
        return new Thing(name, body.description(), Objects.requireNonNullElse(body.words(), List.of()), version);
    }

    private Thing thing(Request<?> request) {
        return recipe.thing(request.require(THING))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).exception());
    }

    private Response remove(Request<Void> request) {
        if (!recipe.remove(request.require(THING))) {
            throw Problem.of(ProblemType.NOT_FOUND).exception();
        }
        return Response.noContent();
    }

    private Response facts(Request<Void> request) {
        String thing = request.require(THING);
        Fact goes = new Fact(1, text("thing-goes", "thing goes")).names(List.of(thing));
        return Response.ok(new Facts(List.of(goes), thing));
    }

    private Text text(String key, String words) {
        return Text.of(recipe.id() + "." + key, words);
    }
}
