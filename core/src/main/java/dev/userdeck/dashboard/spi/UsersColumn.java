package dev.userdeck.dashboard.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.operator.Permission;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * A column of the users list.
 *
 * @param column how it looks
 * @param permission without it the column is not drawn and its values not fetched
 * @param values where its values come from
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record UsersColumn(Column column, Permission permission, Values values) {

    /** The source of a column's values. */
    @FunctionalInterface
    public interface Values {
        /**
         * Finds the values for one page of users: called once a page, and should take one statement.
         *
         * @param users at most 100, with no other tenants than those of the scope
         * @param scope the tenants to keep to
         * @return a value of the column's Java type for each user that has one
         */
        Map<UserId, ?> valuesFor(List<User> users, Scope scope);
    }
}
