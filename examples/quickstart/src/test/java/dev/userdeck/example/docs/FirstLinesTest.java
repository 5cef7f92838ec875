package dev.userdeck.example.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.recipe.userroles.UserRoles;
import dev.userdeck.recipe.userroles.UserRolesRecipe;
import dev.userdeck.session.IssuedSession;
import dev.userdeck.session.SessionOrigin;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.UserId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The README's first lines, run. */
class FirstLinesTest {

    @Test
    void theFirstLinesRun() {
        Userdeck userdeck = Userdeck.builder()
                .inMemory() // or .h2File(path), .dataSource(yourPool), .jdbcUrl(url, user, password)
                .recipe(new UserRolesRecipe())
                .start();

        CreateUserResult result = userdeck.users().signUp("ada@example.org", "plum tundra violet 47");
        if (result instanceof CreateUserResult.Created created) {
            UserId ada = created.user().id();
            IssuedSession issued = userdeck.sessions()
                    .create(ada, SessionOrigin.of("password"))
                    .orElseThrow();
            boolean signedIn = userdeck.sessions().verify(issued.token()).isPresent(); // with every request

            UserRoles roles = userdeck.recipe(UserRoles.class);
            roles.create("refund-agent", null, Set.of("ticket:refund"), Actor.system());
            roles.assign(ada, "refund-agent");
            boolean mayRefund = roles.hasPermission(ada, "ticket:refund");
            System.out.println(signedIn + ", " + mayRefund); // true, true
        }

        assertThat(result).isInstanceOfSatisfying(CreateUserResult.Created.class, created -> {
            UserRoles roles = userdeck.recipe(UserRoles.class);
            assertThat(roles.hasPermission(created.user().id(), "ticket:refund"))
                    .isTrue();
        });
        userdeck.close();
    }
}
