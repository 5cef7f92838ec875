package dev.userdeck.servlet;

import static dev.userdeck.servlet.HttpAssertions.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.userdeck.Userdeck;
import dev.userdeck.error.ConfigurationException;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who reads German is told so what is wrong. */
class ProblemLanguagesTest {
    private Userdeck userdeck = start(Locale.ENGLISH);
    private WebServer server = serve();

    private static Userdeck start(Locale language) {
        return Userdeck.builder()
                .inMemory()
                .language(language)
                .maintenance(Userdeck.Maintenance.MANUAL)
                .start();
    }

    private WebServer serve() {
        return new WebServer("/app")
                .servlet(AuthServlet.builder(userdeck).build(), "/auth/*")
                .start();
    }

    @AfterEach
    void stop() {
        server.close();
        userdeck.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de                        | de
            de-AT, en                 | de
            fr, de;q=0.5, en;q=0.9    | en
            fr, de;q=0.9, en;q=0.5    | de
            de;q=0, en                | en
            fr                        | en
            *                         | en
            de-                       | en
            ,;q=                      | en
            EN-gb                     | en
            """)
    void theFirstLanguageCountsThatIsSpoken(String asked, String spoken) {
        HttpResponse<String> answer = refused(asked);

        assertThat(answer.headers().firstValue("Content-Language")).hasValue(spoken);
        assertThat(answer.headers().allValues("Vary")).anyMatch(vary -> vary.contains("Accept-Language"));
        assertThat(json(answer).get("title"))
                .isEqualTo(spoken.equals("de") ? "E-Mail oder Passwort ist falsch" : "Email or password is wrong");
        assertThat(json(answer).get("type")).isEqualTo("https://userdeck.dev/problems/wrong-credentials");
    }

    @Test
    void fieldsAreToldWithTheirNumbers() {
        HttpResponse<String> answer = page("de").post("/signup", "{\"email\":\"ada\",\"password\":\"short\"}");

        assertThat(json(answer).get("errors"))
                .asInstanceOf(LIST)
                .contains(Map.of(
                        "pointer", "/email",
                        "code", "email-invalid",
                        "detail", "Das ist keine gültige E-Mail-Adresse."))
                .anySatisfy(error -> assertThat(error.toString()).contains("Es braucht mindestens 15 Zeichen.", "15"));
    }

    @Test
    void whoAsksForNoneIsToldInTheLanguageOfTheApp() {
        stop();
        userdeck = start(Locale.GERMANY);
        server = serve();

        assertThat(json(refused(null)).get("title")).isEqualTo("E-Mail oder Passwort ist falsch");
        assertThat(json(refused("en")).get("title")).isEqualTo("Email or password is wrong");
    }

    @Test
    void whoTriesTooOftenIsToldHowLongToWait() {
        HttpResponse<String> answer = refused("de");
        for (int i = 0; i < 6; i++) {
            answer = refused("de");
        }

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(json(answer).get("detail").toString())
                .matches("Zu viele Versuche\\. Wartezeit bis zum nächsten: \\d+ Sekunden?\\.");
    }

    @Test
    void anAppSpeaksNoLanguageWithoutWords() {
        assertThatThrownBy(() -> start(Locale.FRENCH))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("language(fr)")
                .hasMessageContaining("META-INF/userdeck/core/messages_fr.json");
    }

    private HttpResponse<String> refused(String language) {
        return page(language).post("/signin", "{\"email\":\"ada@example.org\",\"password\":\"not hers\"}");
    }

    private Browser page(String language) {
        Browser page = new Browser(server.uri().resolve("/app/auth"));
        return language == null ? page : page.with("Accept-Language", language);
    }
}
