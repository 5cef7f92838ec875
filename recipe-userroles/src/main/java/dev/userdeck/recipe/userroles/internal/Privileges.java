package dev.userdeck.recipe.userroles.internal;

import static dev.userdeck.recipe.userroles.RolePermissions.ROLES_ASSIGN_PRIVILEGED;
import static java.util.stream.Collectors.toCollection;

import dev.userdeck.error.FieldError;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.operator.Operator;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The roles that not each operator who assigns roles may assign. */
final class Privileges {
    private final Set<String> names;

    Privileges(Set<String> names) {
        this.names = Set.copyOf(names);
    }

    boolean covers(String role) {
        return names.contains(role);
    }

    /** All that the operator may neither give nor take away. */
    Set<String> withheldFrom(Operator operator) {
        return operator.may(ROLES_ASSIGN_PRIVILEGED) ? Set.of() : names;
    }

    /** What is wrong if the operator chose {@code roles} in a form. */
    List<FieldError> errors(String field, Collection<String> roles, Operator operator) {
        Set<String> withheld = among(roles, operator);
        return withheld.isEmpty() ? List.of() : List.of(new FieldError(field, "role-privileged", words(withheld)));
    }

    /**
     * Refuses an operator who would give or take one of these.
     *
     * @throws dev.userdeck.http.spi.ProblemException 403 if there is one that the operator may not
     */
    void require(Collection<String> roles, Operator operator) {
        Set<String> withheld = among(roles, operator);
        if (!withheld.isEmpty()) {
            throw Problem.of(ProblemType.FORBIDDEN).detail(words(withheld)).exception();
        }
    }

    private Set<String> among(Collection<String> roles, Operator operator) {
        Set<String> withheld = withheldFrom(operator);
        return roles.stream().filter(withheld::contains).collect(toCollection(TreeSet::new));
    }

    private static String words(Set<String> roles) {
        return "To give or take away %s needs the permission %s."
                .formatted(String.join(", ", roles), ROLES_ASSIGN_PRIVILEGED);
    }
}
