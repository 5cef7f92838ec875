package dev.userdeck.testkit.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.dashboard.spi.BulkAction;
import dev.userdeck.dashboard.spi.BulkOutcome;
import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.http.spi.Route;
import dev.userdeck.http.spi.ScopeKind;
import dev.userdeck.operator.Operator;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.Rows;
import dev.userdeck.testkit.TestDatabase;
import dev.userdeck.testkit.TestRequest;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tries what is written in one tenant from another one. */
final class TenantWalls {
    private final Userdeck userdeck;
    private final Rows rows;
    private final UserId user;

    TenantWalls(Userdeck userdeck, TestDatabase database, UserId user) {
        this.userdeck = userdeck;
        this.rows = Rows.of(database);
        this.user = user;
    }

    static boolean keepsToScope(Route route) {
        return route.scopeKind() == ScopeKind.TENANTS || route.scopeKind() == ScopeKind.USER_IN_TENANTS;
    }

    /** Changes nothing, and says why. */
    void refuses(TestRequest request, Operator stranger) {
        Set<String> before = rows.without(null);

        assertThat(catchThrowable(() -> asked(request, stranger).send()))
                .as(
                        "the refusal of %s about a tenant, sent by an operator of another: it calls handlesScope(), so it has to"
                                + " look at request.scope()",
                        request.route())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().type().status()).isIn(403, 404, 409, 422));
        assertThat(rows.without(null)).as("what %s changed", request.route()).isEqualTo(before);
    }

    /** Works for whom it is meant: else the refusal would show nothing. */
    void takes(TestRequest request, Operator operator) {
        assertThat(asked(request, operator).send().status())
                .as("%s from its own tenant", request.route())
                .isBetween(200, 299);
    }

    private TestRequest asked(TestRequest request, Operator operator) {
        request.as(operator);
        return request.route().scopeKind().isOfUser() ? request.about(seen(operator.scope())) : request;
    }

    /** Does it for one tenant, with the first of what there is to choose, and looks for what is changed in the other one. */
    void keeps(BulkAction action, TenantId here, TenantId elsewhere) {
        Scope scope = Scope.of(here);
        BulkAction.Task task = withTheFirstChoice(action, scope);
        Set<String> before = changedElsewhere(here);

        done(action, seen(scope), task);

        assertThat(changedElsewhere(here))
                .as("what %s changed in %s", action.id(), elsewhere)
                .isEqualTo(before);
    }

    /** Says of each user what the action will do, without writing; and that nothing is left to do once it is done. */
    void foretells(BulkAction action, List<User> users) {
        BulkAction.Task task = withTheFirstChoice(action, Scope.all());
        BulkAction.DryRun dryRun = requireNonNull(action.dryRun());
        Set<String> before = rows.without(null);

        Map<UserId, BulkOutcome> foreseen = dryRun.on(users, task).outcomes();

        assertThat(rows.without(null)).as("what asking %s wrote", action.id()).isEqualTo(before);
        for (User user : users) {
            assertThat(done(action, user, task))
                    .as("what %s did after it foretold it", action.id())
                    .isEqualTo(foreseen.getOrDefault(user.id(), BulkOutcome.Done.DONE));
        }
        assertThat(dryRun.on(users, task).outcomes().values())
                .as("what %s foretells once it is done", action.id())
                .hasSize(users.size())
                .doesNotContain(BulkOutcome.Done.DONE);
    }

    /** Does it to a user, as a job would. */
    static BulkOutcome done(BulkAction action, User user, BulkAction.Task task) {
        try {
            return action.work().on(user, task);
        } catch (RuntimeException e) {
            throw new AssertionError(
                    "The bulk action %s throws, which a job counts as a refusal without a reason: return BulkOutcome.Refused"
                            .formatted(action.id()),
                    e);
        }
    }

    /** With the first of what there is to choose. */
    static BulkAction.Task withTheFirstChoice(BulkAction action, Scope scope) {
        List<String> values = Gets.options(TestRequest.to(action.options())).items().stream()
                .map(option -> option.id())
                .limit(1)
                .toList();
        return new BulkAction.Task(values, scope, Actor.operator("test", "test"));
    }

    private Set<String> changedElsewhere(TenantId here) {
        return rows.without(here.value(), "ud_audit_event_change");
    }

    private User seen(Scope scope) {
        return userdeck.users().find(user, scope).orElseThrow();
    }
}
