package dev.userdeck.testkit.contract.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.UserQuery;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** H2 as the tests of many apps set it: names without quotes in small letters, or as they are written. */
class H2NamesInAnyCaseTest {

    @ParameterizedTest
    @CsvSource({
        "DATABASE_TO_UPPER=TRUE, false",
        "DATABASE_TO_UPPER=TRUE, true",
        "DATABASE_TO_LOWER=TRUE, false",
        "DATABASE_TO_LOWER=TRUE, true",
        "DATABASE_TO_UPPER=FALSE, false",
        "DATABASE_TO_UPPER=FALSE, true",
        "MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH, true",
        "MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE, true"
    })
    void startsTwiceAndWorks(String settings, boolean inSchema) {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;" + settings;
        try (Userdeck first = start(url, inSchema)) {
            assertThat(first.users().create(NewUser.withEmail("ada@example.org"), Actor.system()))
                    .isInstanceOf(CreateUserResult.Created.class);
        }

        try (Userdeck second = start(url, inSchema)) {
            assertThat(second.users().list(UserQuery.of(Scope.all())).items()).hasSize(1);
        }
    }

    private static Userdeck start(String url, boolean inSchema) {
        var builder = Userdeck.builder().jdbcUrl(url, "sa", "").maintenance(Userdeck.Maintenance.MANUAL);
        return (inSchema ? builder.schema("ud") : builder).start();
    }
}
