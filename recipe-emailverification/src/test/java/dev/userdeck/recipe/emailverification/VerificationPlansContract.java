package dev.userdeck.recipe.emailverification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.dashboard.spi.UsersFilter.Chosen;
import dev.userdeck.tenant.Scope;
import dev.userdeck.testkit.ManyUsers;
import dev.userdeck.testkit.Plans;
import dev.userdeck.testkit.contract.EngineContract;
import dev.userdeck.user.UserId;
import dev.userdeck.user.UserQuery;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether an email is verified, and the list by it, read indexes on every engine. */
abstract class VerificationPlansContract extends EngineContract {
    @Override
    protected Userdeck.Builder configure(Userdeck.Builder builder) {
        return builder.recipe(new EmailVerificationRecipe());
    }

    @Test
    void noStatementReadsAWholeTable() {
        ManyUsers.fill(
                database,
                users -> users.insert(
                        "ud_emailverification_address (user_id, email_key, verified_at)",
                        "id, concat('user', i, '@example.org'), 1 where mod(i, 2) = 0"));
        var plans = new Plans(database);
        var verification = userdeck.recipe(EmailVerification.class);
        var one = new UserId(ManyUsers.id(2));
        var filter = userdeck.recipes().get(0).dashboard().filters().get(0);

        plans.assertIndexed(
                "a user", () -> assertThat(verification.isVerified(one)).isTrue());
        plans.assertIndexed("some", () -> verification.verified(List.of(one, new UserId(ManyUsers.id(3)))));
        for (String answer : List.of("yes", "no")) {
            var condition = filter.condition().apply(new Chosen(List.of(answer), null, null, Scope.all()));
            plans.assertIndexed(
                    "the list by " + answer,
                    () -> userdeck.users()
                            .list(UserQuery.of(Scope.all()).matching(condition).size(10)));
        }
    }
}
