package dev.userdeck.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.userdeck.actor.Actor;
import dev.userdeck.data.ImportProgress;
import dev.userdeck.tenant.DeleteTenantResult;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantUsers;
import dev.userdeck.user.RemoveFromTenantResult;
import dev.userdeck.user.UpdateUserResult;
import dev.userdeck.user.User;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The part of {@link RecipeContract} that watches the recipe's rows come and go. */
abstract class RecipeRowsContract extends RecipeWallsContract {

    /** See {@link RecipeContract#keepsRowsOnMerge}. */
    protected abstract boolean keepsRowsOnMerge();

    /** Without rows to look at, all else that is said here is said of nothing. */
    @Test
    final void someRowsMakesRows() {
        User user = created(userdeck, "ada@example.org");
        Set<String> before = itsRows();
        someRows(userdeck, user.id());
        Set<String> after = itsRows();
        if (!itsTables().isEmpty()) {
            assertThat(after)
                    .as("the rows of %s: make some in someRows(userdeck, user)", itsTables())
                    .isNotEqualTo(before);
        }
        if (!itsColumnsOf("user").isEmpty()) {
            assertThat(mentionsInIts(user.id()))
                    .as(
                            "columns that name the user, though there is %s: make rows of the user in someRows(userdeck, user)",
                            itsColumnsOf("user"))
                    .isNotEmpty();
        }
        if (!itsColumnsOf("tenant").isEmpty()) {
            createTenants();
            someRows(userdeck, member("grace@example.org", NORTH).id(), NORTH);
            assertThat(itsRows())
                    .as(
                            "the rows of the recipe, which has rows of tenants in %s: make some in someRows(userdeck, user, tenant)",
                            itsColumnsOf("tenant"))
                    .isNotEqualTo(after);
        }
    }

    private Set<String> itsColumnsOf(String word) {
        Set<String> columns = rows().columns(itsTables());
        columns.removeIf(column -> !column.substring(column.indexOf('.')).contains(word));
        return columns;
    }

    @Test
    final void itsRowsGoWithTheUser() {
        User user = created(userdeck, "ada@example.org");
        User other = created(userdeck, "grace@example.org");
        someRows(userdeck, user.id());
        someRows(userdeck, other.id());
        Map<String, Integer> ofOther = rows().mentions(other.id().value());

        userdeck.users().delete(user.id());

        // what happened is kept, with the id
        assertThat(rows().mentions(user.id().value()).keySet())
                .as(
                        "columns that still name a user who was deleted. Give each a foreign key to ud_user (id) with on delete"
                                + " cascade, or delete the rows in UserListener.deleting")
                .allMatch(column -> column.startsWith("ud_audit_event."));
        assertThat(rows().mentions(other.id().value()))
                .as("rows of another user than the one who was deleted")
                .isEqualTo(ofOther);
    }

    @Test
    final void itsRowsGoWithTheMembership() {
        createTenants();
        User user = member("ada@example.org", NORTH, SOUTH);
        someRows(userdeck, user.id(), NORTH);
        someRows(userdeck, user.id(), SOUTH);
        Set<String> ofOther = rows().holding(itsTables(), user.id().value(), SOUTH.value());

        var left = userdeck.users().removeFromTenant(user.id(), NORTH, Scope.all(), Actor.system());

        assertThat(left).as("what came of leaving a tenant").isInstanceOf(RemoveFromTenantResult.Removed.class);
        assertThat(rows().holding(itsTables(), user.id().value(), NORTH.value()))
                .as("rows of a user in a tenant that the user has left. Give them a foreign key to ud_user_tenant"
                        + " (user_id, tenant_id) with on delete cascade, or delete them in UserListener.updated")
                .isEmpty();
        assertThat(rows().holding(itsTables(), user.id().value(), SOUTH.value()))
                .as("rows of the user in another tenant than the one that was left")
                .isEqualTo(ofOther);
    }

    @Test
    final void itsRowsGoWithTheTenant() {
        createTenants();
        User user = member("ada@example.org", NORTH, SOUTH);
        someRows(userdeck, user.id(), NORTH);
        someRows(userdeck, user.id(), SOUTH);
        Set<String> ofOther = rows().holding(itsTables(), SOUTH.value());

        var deleted = userdeck.tenants().delete(NORTH, TenantUsers.delete(), Integer.MAX_VALUE, Actor.system());

        assertThat(deleted).as("what came of deleting a tenant").isInstanceOf(DeleteTenantResult.Deleted.class);
        assertThat(rows().holding(itsTables(), NORTH.value()))
                .as(
                        "rows of a tenant that was deleted. Give them a foreign key to ud_tenant (id), or to ud_user_tenant, with on"
                                + " delete cascade")
                .isEmpty();
        assertThat(rows().holding(itsTables(), SOUTH.value()))
                .as("rows of another tenant than the one that was deleted")
                .isEqualTo(ofOther);
    }

    @Test
    final void usersWithRowsCanBeMadeOne() {
        createTenants();
        User into = member("ada@example.org", NORTH);
        User from = member("grace@example.org", NORTH, SOUTH);
        for (User user : new User[] {into, from}) {
            someRows(userdeck, user.id());
            someRows(userdeck, user.id(), NORTH);
        }
        someRows(userdeck, from.id(), SOUTH);

        assertThatCode(() -> merge(into, from))
                .as("merging users who both have rows: UserListener.merged has to deal with what is there twice")
                .doesNotThrowAnyException();
        assertThat(mentionsInIts(from.id()))
                .as("columns that still name a user who was made one with another")
                .isEmpty();
    }

    @Test
    final void whatAUserHadIsKeptByWhomTheyAreMadeOneWith() {
        createTenants();
        User into = created(userdeck, "ada@example.org");
        User from = member("grace@example.org", NORTH);
        someRows(userdeck, from.id());
        someRows(userdeck, from.id(), NORTH);
        Set<String> had = mentionsInIts(from.id());

        merge(into, from);

        if (keepsRowsOnMerge()) {
            assertThat(mentionsInIts(into.id()))
                    .as("columns that name the user who stays after a merge: move there what the other one had, in"
                            + " UserListener.merged. If it is meant to go, say so by keepsRowsOnMerge()")
                    .containsAll(had);
        }
    }

    private void merge(User into, User from) {
        assertThat(userdeck.users().merge(into.id(), from.id(), Scope.all(), Actor.system()))
                .isInstanceOf(UpdateUserResult.Updated.class);
    }

    @Test
    final void itsRowsGoWithTheHostsRollback() throws SQLException {
        User user = created(userdeck, "ada@example.org");
        Map<String, Integer> before = rows().mentions(user.id().value());

        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            userdeck.inTransaction(connection, () -> someRows(userdeck, user.id()));
            connection.rollback();
            connection.setAutoCommit(true);
        }

        assertThat(rows().mentions(user.id().value()))
                .as("what is left after the host rolled its transaction back: write by context.database() alone")
                .isEqualTo(before);
    }

    @Test
    final void itsRowsComeWithTheHostsCommit() throws SQLException {
        User user = created(userdeck, "ada@example.org");
        User other = created(userdeck, "grace@example.org");
        someRows(userdeck, other.id());

        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            userdeck.inTransaction(connection, () -> someRows(userdeck, user.id()));
            connection.commit();
            connection.setAutoCommit(true);
        }

        assertThat(rows().mentions(user.id().value()))
                .as("rows that were made in the host's transaction")
                .isEqualTo(rows().mentions(other.id().value()));
    }

    @Test
    final void whatItExportsCanBeImported() throws SQLException {
        User user = created(userdeck, "ada@example.org");
        someRows(userdeck, user.id());
        byte[] exported = Exports.of(userdeck);

        withSchema(schema -> {
            var apart = start(configure(builder()).schema(schema));
            someRows(apart, created(apart, "grace@example.org").id()); // whatever else has to be there

            Exports.into(apart, exported);

            assertThat(Exports.lines(Exports.of(apart)))
                    .as("an export of what was imported from an export")
                    .containsAll(Exports.lines(exported));
            apart.close();
        });
    }

    @Test
    final void anImportCanBeRepeated() {
        createTenants();
        User user = member("ada@example.org", NORTH);
        someRows(userdeck, user.id());
        someRows(userdeck, user.id(), NORTH);
        byte[] exported = Exports.of(userdeck);
        Set<String> before = itsRows();

        ImportProgress again = Exports.again(userdeck, exported);

        assertThat(itsRows())
                .as("rows after an import of what was there already: write what is missing, and nothing twice")
                .isEqualTo(before);
        assertThat(again.updated())
                .as("users whom an import of what was there already changed: Written.changed names those alone of whom"
                        + " there was something to write")
                .isZero();
    }
}
