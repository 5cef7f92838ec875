package dev.userdeck.recipe.userroles.internal;

import static dev.userdeck.recipe.userroles.RolePermissions.ROLES_ASSIGN;
import static dev.userdeck.recipe.userroles.RolePermissions.ROLES_READ;
import static dev.userdeck.recipe.userroles.internal.RoleRoutes.ROLE;
import static dev.userdeck.recipe.userroles.internal.RoleRoutes.SEARCH;
import static dev.userdeck.recipe.userroles.internal.RoleRoutes.known;
import static dev.userdeck.recipe.userroles.internal.RoleRoutes.role;

import dev.userdeck.dashboard.spi.UserSection.Option;
import dev.userdeck.dashboard.spi.UserSection.Options;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.recipe.userroles.AssignRolesResult;
import dev.userdeck.recipe.userroles.RemoveRoleResult;
import dev.userdeck.recipe.userroles.Role;
import dev.userdeck.recipe.userroles.http.AssignRoles;
import dev.userdeck.tenant.TenantId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The part of the JSON API that gives roles to users, takes them away, and offers what there is to choose from. */
final class AssignmentRoutes {
    private static final Parameter<String> ID = Parameter.query("id");
    private static final Parameter<String> TENANT = Parameter.query("tenant");
    private static final int OPTIONS = 50;

    private final DefaultUserRoles roles;

    AssignmentRoutes(DefaultUserRoles roles) {
        this.roles = roles;
    }

    /** Names of roles say nothing about a tenant, so operators of some tenants may see them. */
    Route options() {
        return Route.get("/role-options")
                .summary("List roles to choose from")
                .permission(ROLES_READ)
                .handlesScope()
                .parameters(SEARCH, ID)
                .answers(200, Options.class)
                .handle(request -> Response.ok(options(choices(request, Set.of()), AssignmentRoutes::option)));
    }

    /** Those that the operator may give. */
    Route assignable() {
        return Route.get("/assignable-roles")
                .summary("List roles to assign")
                .permission(ROLES_ASSIGN)
                .handlesScope()
                .parameters(SEARCH, ID)
                .answers(200, Options.class)
                .handle(request -> {
                    Set<String> withheld = roles.privileges().withheldFrom(request.operator());
                    return Response.ok(options(choices(request, withheld), AssignmentRoutes::option));
                });
    }

    private List<Role> choices(Request<Void> request, Set<String> without) {
        String id = request.get(ID);
        return id == null
                ? roles.reading().named(request.get(SEARCH), without, OPTIONS + 1)
                : roles.find(id).stream()
                        .filter(role -> !without.contains(role.name()))
                        .toList();
    }

    /** What the user doesn't hold in the tenant, of those that the operator may give. */
    Route left() {
        return Route.get("/users/{userId}/role-options")
                .summary("List roles that a user could be given")
                .permission(ROLES_ASSIGN)
                .parameters(SEARCH, TENANT)
                .answers(200, Options.class)
                .problems(ProblemType.INVALID)
                .handle(request -> {
                    TenantId tenant = tenant(request, request.get(TENANT));
                    if (!request.user().tenants().contains(tenant)) {
                        throw RoleRoutes.notFound();
                    }
                    var without = new HashSet<>(
                            roles.reading().namesHeld(request.user().id(), tenant));
                    without.addAll(roles.privileges().withheldFrom(request.operator()));
                    return Response.ok(options(
                            roles.reading().named(request.get(SEARCH), without, OPTIONS + 1),
                            AssignmentRoutes::option));
                });
    }

    /** Permissions that some role gives, which say nothing about a tenant either. */
    Route permissions() {
        return Route.get("/permission-options")
                .summary("List permissions to choose from")
                .permission(ROLES_READ)
                .parameters(SEARCH)
                .answers(200, Options.class)
                .handle(request -> {
                    var known = roles.reading().knownPermissions(request.get(SEARCH), OPTIONS + 1);
                    return Response.ok(options(
                            List.copyOf(known.entrySet()),
                            found -> new Option(
                                    found.getKey(),
                                    found.getKey(),
                                    found.getValue() == 1 ? "in 1 role" : "in %,d roles".formatted(found.getValue()))));
                });
    }

    Route assign() {
        return Route.post("/users/{userId}/roles")
                .summary("Assign roles to a user")
                .permission(ROLES_ASSIGN)
                .handlesScope()
                .body(AssignRoles.class)
                .handle(this::assigned);
    }

    Route remove() {
        return Route.delete("/users/{userId}/roles/{role}")
                .summary("Take a role from a user")
                .permission(ROLES_ASSIGN)
                .handlesScope()
                .parameters(ROLE, TENANT)
                .problems(ProblemType.CONFLICT, ProblemType.INVALID)
                .handle(this::removed);
    }

    private static <T> Options options(List<T> found, Function<T, Option> option) {
        return new Options(found.stream().limit(OPTIONS).map(option).toList(), found.size() > OPTIONS);
    }

    private static Option option(Role role) {
        return new Option(role.name(), role.name(), role.description());
    }

    private Response assigned(Request<AssignRoles> request) {
        List<String> wanted = known(request.body().roles());
        if (wanted.isEmpty() || wanted.size() > 100) {
            throw Problem.invalid("roles", "roles-count", "Choose 1 to 100 roles.")
                    .exception();
        }
        TenantId tenant = tenant(request, request.body().tenant());
        roles.privileges().require(wanted, request.operator());
        var result = roles.assign(request.user().id(), tenant, wanted, request.actor());
        if (result instanceof AssignRolesResult.UnknownRoles unknown) {
            String names = String.join(", ", unknown.roles());
            throw Problem.invalid("roles", "role-unknown", "There is no role " + names + ".")
                    .exception();
        }
        if (result instanceof AssignRolesResult.NotAMember) {
            throw Problem.invalid("tenant", "not-a-member", "The user isn't in this tenant.")
                    .exception();
        }
        return Response.noContent();
    }

    private Response removed(Request<Void> request) {
        String role = role(request);
        TenantId tenant = tenant(request, request.get(TENANT));
        roles.privileges().require(List.of(role), request.operator());
        RemoveRoleResult result = roles.remove(request.user().id(), tenant, role, request.actor());
        if (result instanceof RemoveRoleResult.NotHeld) {
            throw RoleRoutes.notFound();
        }
        if (result instanceof RemoveRoleResult.LastHolder) {
            throw Problem.of(ProblemType.CONFLICT)
                    .detail(RoleTexts.LAST_HOLDER.text().replace("{label}", role))
                    .with("reason", "last-holder")
                    .with("role", role)
                    .exception();
        }
        return Response.noContent();
    }

    /** A tenant within the operator's scope; of others the operator learns nothing. */
    private static TenantId tenant(Request<?> request, @Nullable String id) {
        if (id == null || id.isEmpty()) {
            throw Problem.invalid("tenant", "tenant-missing", "Say in which tenant.")
                    .exception();
        }
        if (!TenantId.isValid(id) || !request.scope().covers(new TenantId(id))) {
            throw RoleRoutes.notFound();
        }
        return new TenantId(id);
    }
}
