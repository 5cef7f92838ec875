package dev.userdeck.dashboard.internal.panel;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.dashboard.internal.api.ApiRoutes;
import dev.userdeck.dashboard.spi.Action;
import dev.userdeck.dashboard.spi.AuditText;
import dev.userdeck.dashboard.spi.Column;
import dev.userdeck.dashboard.spi.CreateFields;
import dev.userdeck.dashboard.spi.CreateFields.CreateField;
import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.dashboard.spi.Field;
import dev.userdeck.dashboard.spi.Preview;
import dev.userdeck.dashboard.spi.PreviewData;
import dev.userdeck.dashboard.spi.RecipePage;
import dev.userdeck.dashboard.spi.TableRow;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.dashboard.spi.UserSection;
import dev.userdeck.dashboard.spi.UserSection.FactSheet;
import dev.userdeck.dashboard.spi.UserSection.FactSheetData;
import dev.userdeck.dashboard.spi.UserSection.Table;
import dev.userdeck.dashboard.spi.UsersFilter;
import dev.userdeck.dashboard.spi.UsersFilter.Choices;
import dev.userdeck.dashboard.spi.UsersFilter.OneOf;
import dev.userdeck.error.ConfigurationException;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.operator.Permission;
import dev.userdeck.operator.Preset;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.recipe.spi.RunningRecipe;
import dev.userdeck.user.UserCondition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A contribution that can't work is refused when the dashboard is built. */
class PanelChecksTest {
    private static final Permission READ = new Permission("teams:read", Preset.VIEWER);
    private static final Text TEXT = Text.of("teams.x", "X");
    private static final Route ROWS = get("/rows");

    @Test
    void aContributionThatWorksPasses() {
        assertThatCode(() -> check(DashboardContribution.builder().routes(ROWS).page(page("rows", ROWS))))
                .doesNotThrowAnyException();
    }

    @Test
    void aRouteMustBeAmongTheContributions() {
        refused(DashboardContribution.builder().page(page("rows", ROWS)), "GET /rows", "routes(…)");
    }

    @Test
    void aRouteForUsersIsNotForTheDashboard() {
        Route forUsers = Route.get("/mine").forUsers().handle(request -> Response.noContent());

        refused(DashboardContribution.builder().routes(forUsers), "GET /mine", "authRoutes()");
    }

    @Test
    void anActionChangesSomething() {
        refused(DashboardContribution.builder().routes(ROWS).section(facts("f", ROWS)), "GET /rows", "POST");
    }

    @Test
    void jsonIsSavedForTheVersionThatWasRead() {
        Route save = post("/users/{userId}/settings");
        var json = new UserSection.Json(
                TEXT, Action.of(TEXT, save), "x", 10, request -> new UserSection.JsonData(null, 0));

        refused(
                DashboardContribution.builder()
                        .routes(save)
                        .section(UserSection.of("settings", TEXT, "braces", READ, json)),
                "POST /users/{userId}/settings",
                "needsIfMatch()");
    }

    @Test
    void aRowIsEditedForTheVersionThatWasRead() {
        Route show = Route.get("/rows/{row}")
                .permission(READ)
                .answers(200, PreviewData.class)
                .handle(request -> Response.noContent());
        Route edit = post("/rows/{row}/edit");
        Action action = Action.of(TEXT, edit).form(Field.required("x", Field.Kind.TEXT, TEXT));

        refused(
                DashboardContribution.builder()
                        .routes(ROWS, show, edit)
                        .page(page("rows", ROWS).preview(Preview.of(show).edit(action))),
                "POST /rows/{row}/edit",
                "needsIfMatch()");
    }

    @Test
    void suggestionsAreAmongTheRoutesToo() {
        Route add = post("/rows");
        Field tags = Field.optional("x", Field.Kind.TAGS, TEXT).suggestions(options("/words"));

        refused(
                DashboardContribution.builder()
                        .routes(ROWS, add)
                        .page(page("rows", ROWS).create(Action.of(TEXT, add).form(tags))),
                "GET /words",
                "routes(…)");
        refused(DashboardContribution.builder().createFields(asking(tags)), "GET /words", "routes(…)");
    }

    @Test
    void whatIsChosenCanBeAskedForByItsId() {
        Route words = options("/words");
        Field names = Field.optional("x", Field.Kind.NAMES, TEXT);
        var filter = new UsersFilter(
                "team", TEXT, READ, new OneOf(Choices.from(words)), chosen -> UserCondition.of("{user} = 'x'"));

        refused(DashboardContribution.builder().createFields(asking(names)), "field x", "suggestions(…)");
        refused(
                DashboardContribution.builder().routes(words).createFields(asking(names.suggestions(words))),
                "GET /words",
                "parameter id");
        refused(DashboardContribution.builder().routes(words).filter(filter), "GET /words", "parameter id");
    }

    private static CreateFields asking(Field field) {
        return new CreateFields(List.of(CreateField.of(field, Permission.USERS_CREATE)), creation -> List.of());
    }

    @Test
    void whatIsShownComesFromAGet() {
        Route post = Route.post("/rows")
                .permission(READ)
                .answersPage(200, TableRow.class)
                .handle(request -> Response.noContent());

        refused(DashboardContribution.builder().routes(post).page(page("rows", post)), "POST /rows", "GET");
    }

    @Test
    void anAddressHoldsWhatTheDashboardCanFillIn() {
        Route row = post("/rows/{row}");
        Route two = post("/users/{userId}/rows/{row}/{other}");

        refused(DashboardContribution.builder().routes(row).section(facts("f", row)), "{row}");
        refused(DashboardContribution.builder().routes(two).section(table("t", two)), "{other}");
        refused(
                DashboardContribution.builder()
                        .routes(get("/users/{userId}/rows"))
                        .page(page("rows", get("/users/{userId}/rows"))),
                "routes(…)");
    }

    @Test
    void aFilterChoosesFromAGetOfItsOwn() {
        Route options = options("/options", Parameter.query("q"), Parameter.query("id"));
        var filter = new UsersFilter(
                "team", TEXT, READ, new OneOf(Choices.from(options)), chosen -> UserCondition.of("{user} = 'x'"));

        refused(DashboardContribution.builder().filter(filter), "GET /options", "routes(…)");
        refused(DashboardContribution.builder().routes(options).filter(filter).filter(filter), "'team'");
    }

    @Test
    void anActionIsToldOnceAndIsTheRecipesOwn() {
        refused(DashboardContribution.builder().auditTexts(AuditText.of("squads.won", "Won")), "'squads.won'");
        refused(DashboardContribution.builder().mailKind("squads.won", "News of a match"), "'squads.won'");
        refused(
                DashboardContribution.builder()
                        .auditTexts(AuditText.of("teams.won", "Won"), AuditText.of("teams.won", "Victory")),
                "two texts",
                "'teams.won'");
    }

    @Test
    void idsAreUniqueAndOfTheForm() {
        Route run = post("/users/{userId}/run");

        refused(
                DashboardContribution.builder()
                        .routes(run)
                        .section(facts("f", run))
                        .section(facts("f", run)),
                "'f'");
        refused(DashboardContribution.builder().routes(run).section(facts("F g", run)), "'F g'");
    }

    @Test
    void aPermissionStartsAtOnePreset() {
        Route other = Route.get("/other")
                .permission(new Permission("users:read", Preset.OWNER))
                .handle(request -> Response.noContent());

        refused(DashboardContribution.builder().routes(other), "users:read", "owner", "viewer");
    }

    @Test
    void routesThatClashAreRefusedByName() {
        var recipe = new RunningRecipe(
                new RecipeId("teams"),
                DashboardContribution.builder().routes(get("/a"), get("/a")).build(),
                List.of());

        assertThatThrownBy(() -> ApiRoutes.table(List.of(), List.of(), List.of(recipe)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Recipe teams")
                .hasMessageContaining("/a");
    }

    @Test
    void noTwoRecipesHaveAPageWithTheSameId() {
        var teams = new RunningRecipe(new RecipeId("teams"), withPage("rows"), List.of());
        var others = new RunningRecipe(new RecipeId("others"), withPage("other-rows"), List.of());
        var twice = new RunningRecipe(new RecipeId("squads"), withPage("rows"), List.of());

        assertThatCode(() -> new Panels(List.of(teams, others), Permission.core()))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new Panels(List.of(teams, others, twice), Permission.core()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("teams", "squads", "'rows'", "p/rows", "'squads-rows'");
    }

    private static DashboardContribution withPage(String id) {
        return DashboardContribution.builder().routes(ROWS).page(page(id, ROWS)).build();
    }

    private static void refused(DashboardContribution.Builder contribution, String... words) {
        assertThatThrownBy(() -> check(contribution))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Recipe teams")
                .hasMessageContainingAll(words);
    }

    private static void check(DashboardContribution.Builder contribution) {
        var recipe = new RunningRecipe(new RecipeId("teams"), contribution.build(), List.of());
        new Panels(List.of(recipe), Permission.core());
    }

    private static Route get(String path) {
        return Route.get(path)
                .permission(READ)
                .answersPage(200, TableRow.class)
                .handle(request -> Response.noContent());
    }

    private static Route post(String path) {
        return Route.post(path).permission(READ).body(Body.class).handle(request -> Response.noContent());
    }

    /** What is sent. */
    public record Body(String x) {}

    private static Route options(String path, Parameter<?>... parameters) {
        return Route.get(path)
                .permission(READ)
                .parameters(parameters)
                .answers(200, UserSection.Options.class)
                .handle(request -> Response.noContent());
    }

    private static RecipePage page(String id, Route data) {
        return RecipePage.of(
                id,
                TEXT,
                "box",
                List.of(Column.of("name", Column.Kind.TEXT, TEXT)),
                data,
                new RecipePage.Empty(TEXT, TEXT, null));
    }

    private static UserSection facts(String id, Route action) {
        return UserSection.of(
                id,
                TEXT,
                "box",
                READ,
                new FactSheet(List.of(Action.of(TEXT, action)), request -> new FactSheetData(null, List.of())));
    }

    private static UserSection table(String id, Route rowAction) {
        return UserSection.of(
                id,
                TEXT,
                "box",
                READ,
                new Table(List.of(), TEXT, List.of(), List.of(Action.of(TEXT, rowAction)), request -> List.of()));
    }
}
