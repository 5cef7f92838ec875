package dev.userdeck.recipe.usermetadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.dashboard.spi.SectionRequest;
import dev.userdeck.dashboard.spi.UserSection.Json;
import dev.userdeck.dashboard.spi.UserSection.JsonData;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Response;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Preset;
import dev.userdeck.recipe.usermetadata.http.MetadataText;
import dev.userdeck.tenant.Scope;
import dev.userdeck.testkit.TestRequest;
import dev.userdeck.user.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The recipe's JSON API and panel. */
abstract class MetadataRoutesContract extends MetadataGround {
    @Test
    void whatIsSavedIsShownAndSavedAgain() {
        User ada = created(userdeck, "ada@example.org");
        assertThat(shown(ada)).isEqualTo(new JsonData(null, 0));

        Response first = save(ada, "\"0\"", "{\"a\": 1}").send();
        String etag = first.headers().get("ETag");
        Response second = save(ada, etag, "{\"a\": 2}").send();

        assertThat(first.status()).isEqualTo(204);
        assertThat(shown(ada).json()).isEqualTo("{\"a\":2}");
        assertThat(second.headers())
                .containsEntry("ETag", Response.etagOf(shown(ada).version()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0\"", "\"1\"", "*", "W/\"1\"", "nonsense", "\"999999999999999999999\""})
    void anotherVersionIsStale(String etag) {
        User ada = created(userdeck, "ada@example.org");
        merged(ada.id(), "{\"a\": 1}");

        Problem problem = problem(save(ada, etag, "{\"a\": 2}"));

        assertThat(problem.type()).isEqualTo(ProblemType.STALE);
        assertThat(json(ada.id())).isEqualTo("{\"a\":1}");
    }

    @Test
    void aSyntaxErrorTellsThePlace() {
        User ada = created(userdeck, "ada@example.org");

        Problem problem = problem(save(ada, "\"0\"", "{\"a\": 1,\n \"a\": 2}"));

        assertThat(problem.type()).isEqualTo(ProblemType.INVALID);
        assertThat(problem.errors()).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo("json");
            assertThat(error.code()).isEqualTo("json-duplicate-key");
        });
        assertThat(problem.extras()).containsEntry("line", 2).containsEntry("column", 2);
    }

    @Test
    void nothingIsNoObject() {
        User ada = created(userdeck, "ada@example.org");

        assertThat(problem(save(ada, "\"0\"", null)).errors().get(0).code()).isEqualTo("json-not-an-object");
    }

    private JsonData shown(User user) {
        var json = (Json) contribution().sections().get(0).content();
        return json.data().apply(new SectionRequest(user, Scope.all(), Operator.of("Ines", Preset.VIEWER)));
    }

    private TestRequest save(User user, String etag, String text) {
        return TestRequest.to(contribution().routes().get(0))
                .about(user)
                .header("If-Match", etag)
                .body(new MetadataText(text));
    }

    private static Problem problem(TestRequest request) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, request::send);
        assertThat(refused).as("why it was refused").isNotNull();
        return refused.problem();
    }

    private DashboardContribution contribution() {
        return userdeck.recipes().get(0).dashboard();
    }
}
