package dev.userdeck.dashboard.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.dashboard.internal.RouteList;
import dev.userdeck.servlet.AuthRouteList;
import dev.userdeck.testkit.Rows;
import dev.userdeck.testkit.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Walks through the whole API over HTTP, always in the same way, and writes what was asked, answered and sent to the database
 * to {@code target/walk-through.txt}. Two builds that behave alike write the same file, byte for byte: made before and after a
 * change of names alone, the two differ in nothing but these.
 */
@Tag("slow")
@ExtendWith(TestDatabase.H2.class)
class WalkThroughRecordingTest {
    /** Does something only where all operators need a second factor: see SecondFactorApiTest. */
    private static final String ELSEWHERE = "POST session/factors/totp";

    private static final Path FILE = Path.of("target", "walk-through.txt");

    @Test
    void everyRouteIsWalkedAndAnswersAsExpected(TestDatabase database) throws Exception {
        try (var ground = new Ground(database)) {
            var walker = new Walker(ground);

            try {
                walk(ground, walker);
                ground.recording.rows(Rows.of(database).without(null));
            } finally {
                Files.createDirectories(FILE.getParent());
                Files.writeString(FILE, ground.recording.text());
            }

            assertThat(walker.surprises()).isEmpty();
            assertThat(bare(walker.done())).containsAll(bare(all(ground.userdeck)));
        }
    }

    private static void walk(Ground ground, Walker walker) {
        var operators = new OperatorSteps(ground, walker);
        var auth = new AuthSteps(ground, walker);
        Walker owner = operators.comeIn();
        operators.comeByLinks();
        operators.tenants(owner);
        operators.beRefused(owner);
        auth.ada();
        auth.signInTwice();
        var users = new UserSteps(ground, owner);
        var recipes = new RecipeSteps(ground, owner);
        var many = new ManyUsersSteps(ground, owner);
        recipes.roles();
        users.create();
        users.change();
        auth.signInSuspended();
        users.activate();
        auth.signInTwice();
        users.tenants();
        users.sessions();
        users.passwords();
        recipes.assign();
        recipes.metadata();
        recipes.verification();
        recipes.mail();
        many.bring();
        many.look();
        users.tellAndDelete();
        users.methods();
        many.jobs();
        auth.forgetPassword();
        auth.signInSwitchedOff(owner);
        auth.guess();
        operators.lookBack(owner);
        operators.team(owner);
        operators.presets(owner);
        operators.keys(owner);
        Walker again = operators.secondFactor(owner);
        operators.self(again);
        operators.deleteTenants(again);
        ground.maintain();
    }

    private static List<String> all(Userdeck userdeck) {
        return Stream.concat(
                        AuthRouteList.of(userdeck).stream().map(route -> below("auth/", route)),
                        Stream.of(
                                        RouteList.of(userdeck).keySet(),
                                        RouteList.ofBuiltIn(userdeck).keySet())
                                .flatMap(Collection::stream)
                                .filter(route -> !route.equals(ELSEWHERE))
                                .map(route -> below("dashboard/api/", route)))
                .toList();
    }

    /** {@code GET session} as {@code GET auth/session}. */
    private static String below(String mount, String route) {
        return route.replaceFirst(" ", " " + mount);
    }

    /** A parameter may have any name. */
    private static Set<String> bare(Collection<String> routes) {
        return routes.stream()
                .map(route -> route.replaceAll("\\{[^}]*}", "{}"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
