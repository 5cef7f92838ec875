package dev.userdeck.dashboard.spi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.userdeck.dashboard.spi.CreateFields.CreateField;
import dev.userdeck.dashboard.spi.UserSection.Add;
import dev.userdeck.dashboard.spi.UserSection.Chips;
import dev.userdeck.dashboard.spi.UserSection.ChipsData;
import dev.userdeck.dashboard.spi.UserSection.Json;
import dev.userdeck.dashboard.spi.UserSection.JsonData;
import dev.userdeck.dashboard.spi.UserSection.Options;
import dev.userdeck.dashboard.spi.UsersFilter.Choices;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.operator.Permission;
import dev.userdeck.operator.Preset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What doesn't fit is refused by who is handed it, in words that name both. */
class FitTest {
    private static final Permission WRITE = new Permission("teams:write", Preset.ADMIN);
    private static final Text TEXT = Text.of("teams.x", "X");
    private static final Route OPTIONS = answering(Options.class);
    private static final Route JOIN = Route.post("/users/{userId}/teams")
            .permission(WRITE)
            .body(Join.class)
            .handle(request -> Response.noContent());
    private static final Route LEAVE =
            Route.delete("/users/{userId}/teams").permission(WRITE).handle(request -> Response.noContent());

    private record Join(List<String> teams) {}

    private static Route answering(Class<?> type) {
        return Route.get("/things").permission(WRITE).answers(200, type).handle(request -> Response.noContent());
    }

    @Test
    void aFormSendsWhatItsRouteTakes() {
        Field teams = Field.required("teams", Field.Kind.TAGS, TEXT);
        Action join = Action.of(TEXT, JOIN);
        Action leave = Action.of(TEXT, LEAVE);

        assertThatCode(() -> join.form(teams)).doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> join.form(Field.required("team", Field.Kind.TEXT, TEXT)))
                .withMessageContainingAll("'team'", JOIN.toString(), "a body of [teams]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> leave.form(teams))
                .withMessageContainingAll("'teams'", LEAVE.toString(), "no body");
    }

    @Test
    void sectionsSendWhatTheirRoutesTake() {
        Action join = Action.of(TEXT, JOIN);
        var add = new Add(join, "teams", OPTIONS);
        var none = new ChipsData(List.of(), null);

        assertThatCode(() -> new Chips(false, TEXT, add, null, request -> none)).doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Chips(true, TEXT, add, null, request -> none))
                .withMessageContaining("'tenant'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Add(join, "team", OPTIONS))
                .withMessageContaining("'team'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Json(TEXT, join, "json", 10, request -> new JsonData(null, 0)))
                .withMessageContaining("'json'");
    }

    @Test
    void aPanelUsesRoutesThatAnswerWhatItAwaits() {
        Route facts = answering(Facts.class);
        Field teams = Field.optional("teams", Field.Kind.TAGS, TEXT).suggestions(facts);

        assertThatCode(() -> new Confirm(TEXT, null, facts, TEXT)).doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Confirm(TEXT, null, OPTIONS, TEXT))
                .withMessageContainingAll(OPTIONS.toString(), "Facts", "Options", "answers(200, Facts.class)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Choices.from(facts))
                .withMessageContaining("Options");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Action.of(TEXT, JOIN).form(teams))
                .withMessageContaining("Options");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CreateField.of(teams, WRITE))
                .withMessageContaining("Options");
        assertThatIllegalArgumentException().isThrownBy(() -> Preview.of(facts)).withMessageContaining("PreviewData");
    }

    @Test
    void aTableUsesRoutesThatAnswerPagesOfRows() {
        var columns = List.of(Column.of("name", Column.Kind.TEXT, TEXT));

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        RecipePage.of("teams", TEXT, "box", columns, OPTIONS, new RecipePage.Empty(TEXT, TEXT, null)))
                .withMessageContainingAll(OPTIONS.toString(), "answersPage(200, TableRow.class)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Preview.Table(columns, TEXT, LEAVE, null))
                .withMessageContainingAll(LEAVE.toString(), "nothing");
    }
}
