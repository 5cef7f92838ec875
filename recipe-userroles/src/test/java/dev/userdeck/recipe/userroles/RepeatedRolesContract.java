package dev.userdeck.recipe.userroles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.data.DataFormat;
import dev.userdeck.data.ImportListener;
import dev.userdeck.data.ImportProgress;
import dev.userdeck.data.RefusedRow;
import dev.userdeck.data.UserImport;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file may have a row for each role of a user. */
abstract class RepeatedRolesContract extends RolesGround {
    private final List<String> refusals = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();

    @BeforeEach
    void thereAreRoles() {
        aRole("conductor");
        aRole("refund-agent");
        aRole("steward");
    }

    private ImportProgress load(String... rows) throws IOException {
        var report = new ImportListener() {
            @Override
            public void refused(RefusedRow row) {
                row.errors().forEach(error -> {
                    refusals.add(row.row() + " " + error.code());
                    messages.add(error.field() + ": " + error.message());
                });
            }
        };
        byte[] file = String.join("\n", rows).replace('\'', '"').getBytes(UTF_8);
        UserImport how = UserImport.of(DataFormat.JSON_LINES).upsert();
        return userdeck.data().importUsers(new ByteArrayInputStream(file), how, report, INES);
    }

    private List<String> rolesOfAda() {
        var ada = userdeck.users()
                .findByEmail("ada@example.org", TenantId.PUBLIC)
                .orElseThrow()
                .id();
        return roles.rolesOf(ada, Scope.all()).stream()
                .map(RoleAssignment::role)
                .toList();
    }

    @Test
    void eachRowAddsItsRoleToWhoeverItFinds() throws IOException {
        load("{'email':'ada@example.org','externalId':'crm-1'}");

        ImportProgress done = load(
                "{'externalId':'crm-1','phone':'+442079460123','roles':'conductor'}",
                "{'email':'ada@example.org','roles':'refund-agent'}",
                "{'phone':'+442079460123','roles':'steward'}",
                "{'email':'ada@example.org','roles':'conductor'}");

        assertThat(refusals).isEmpty();
        assertThat(done).isEqualTo(new ImportProgress(4, 0, 3, 1, 0, true));
        assertThat(rolesOfAda()).containsExactly("conductor", "refund-agent", "steward");
    }

    @Test
    void aNewUserHasTheRolesOfAllRows() throws IOException {
        ImportProgress done = load(
                "{'email':'ada@example.org','roles':'conductor'}",
                "{'email':'ada@example.org','roles':'refund-agent'}",
                "{'email':'grace@example.org','roles':'steward'}");

        assertThat(refusals).isEmpty();
        assertThat(done).isEqualTo(new ImportProgress(3, 2, 1, 0, 0, true));
        assertThat(rolesOfAda()).containsExactly("conductor", "refund-agent");
    }

    @Test
    void aRowWithAnUnknownRoleIsRefusedAlone() throws IOException {
        ImportProgress done = load(
                "{'email':'ada@example.org','roles':'conductor'}",
                "{'email':'ada@example.org','name':'Ada','roles':'gone'}",
                "{'email':'ada@example.org','roles':'refund-agent'}",
                "{'email':'grace@example.org','userRoles':['Conductor']}",
                "{'email':'grace@example.org','name':'Grace'}");

        assertThat(refusals).containsExactly("2 role-unknown", "4 role-unknown");
        assertThat(messages.get(0)).startsWith("roles: There is no role 'gone'");
        assertThat(messages.get(1)).isEqualTo("userRoles: There is no role 'Conductor': did you mean 'conductor'?");
        assertThat(done).isEqualTo(new ImportProgress(5, 2, 1, 0, 2, true));
        assertThat(rolesOfAda()).containsExactly("conductor", "refund-agent");
        assertThat(userdeck.users().findByEmail("ada@example.org", TenantId.PUBLIC))
                .hasValueSatisfying(ada -> assertThat(ada.name()).isNull());
    }
}
