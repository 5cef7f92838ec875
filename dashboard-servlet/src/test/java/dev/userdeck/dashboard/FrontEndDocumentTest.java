package dev.userdeck.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The front end's types are made of a description of the API that is kept beside them: of core's routes, as a recipe's
 * are called by what the documents say of them. With {@code -Duserdeck.writeApi=true} it is written anew; then
 * {@code npm run api-types} makes the types.
 */
@ExtendWith(TestDatabase.H2.class)
class FrontEndDocumentTest {
    private static final Path FILE = Path.of("src", "main", "frontend", "api", "openapi.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Test
    void theDescriptionBesideTheFrontEndIsWhatTheRoutesGive(TestDatabase database) throws IOException {
        String document =
                JSON.writeValueAsString(JSON.readTree(asked(database))).replace("\r\n", "\n") + "\n";

        if (Boolean.getBoolean("userdeck.writeApi")) {
            Files.writeString(FILE, document);
        }

        assertThat(FILE).content().isEqualTo(document);
    }

    /** What an operator of ours reads where there is no recipe. */
    private static String asked(TestDatabase database) {
        try (var userdeck = Userdeck.builder()
                .dataSource(database.dataSource())
                .maintenance(Userdeck.Maintenance.MANUAL)
                .start()) {
            var servlet = DashboardServlet.builder(userdeck)
                    .builtInOperators()
                    .uiFolder(DashboardFixture.UI)
                    .build();
            try (var host = JettyHost.serving(servlet, "/", "/users/*")) {
                var client = new Client(host.at("/users/"));
                String token = userdeck.operators().issueSetUpToken().orElseThrow();
                var setUp = client.send("POST", "api/setup", """
                        {"token": "%s", "email": "ines@example.org", "name": "Ines", "password": "%s"}""".formatted(token, DashboardFixture.PASSWORD));
                String cookie = setUp.headers().firstValue("Set-Cookie").orElseThrow();
                return client.with("Cookie", cookie.substring(0, cookie.indexOf(';')))
                        .get("api/openapi.json")
                        .body();
            }
        }
    }
}
