package dev.userdeck.recipe.userroles.internal;

import static dev.userdeck.recipe.userroles.RolePermissions.ROLES_ASSIGN;
import static dev.userdeck.recipe.userroles.RolePermissions.ROLES_READ;
import static dev.userdeck.recipe.userroles.RolePermissions.ROLES_WRITE;
import static java.util.Objects.requireNonNullElse;

import dev.userdeck.dashboard.spi.Column.ChipValue;
import dev.userdeck.dashboard.spi.Fact;
import dev.userdeck.dashboard.spi.Facts;
import dev.userdeck.dashboard.spi.TableRow;
import dev.userdeck.dashboard.spi.UserSection.Option;
import dev.userdeck.dashboard.spi.UserSection.Options;
import dev.userdeck.error.FieldError;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Parameter.In;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.paging.Paged;
import dev.userdeck.recipe.userroles.AssignRolesResult;
import dev.userdeck.recipe.userroles.CreateRoleResult;
import dev.userdeck.recipe.userroles.DeleteRoleResult;
import dev.userdeck.recipe.userroles.Role;
import dev.userdeck.recipe.userroles.RoleUsage;
import dev.userdeck.recipe.userroles.UserRoles;
import dev.userdeck.recipe.userroles.http.AssignRoles;
import dev.userdeck.recipe.userroles.http.NewRole;
import dev.userdeck.recipe.userroles.http.RoleView;
import dev.userdeck.tenant.TenantId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The recipe's JSON API. */
final class RoleRoutes {
    private static final ProblemType ROLE_TAKEN = new ProblemType("role-taken", 409, "There is a role with this name");

    private static final Parameter<String> SEARCH = Parameter.query("q");
    private static final Parameter<String> CURSOR = Parameter.query("cursor");
    private static final Parameter<Integer> SIZE = Parameter.number("size", 1, 100, 50);
    private static final Parameter<String> TENANT = Parameter.query("tenant");
    private static final Parameter<String> ROLE =
            new Parameter<>("role", In.PATH, String.class, 1, RoleKey.MAX_LENGTH, null);
    private static final int OPTIONS = 50;

    private final UserRoles roles;

    RoleRoutes(UserRoles roles) {
        this.roles = roles;
    }

    Route list() {
        return Route.get("/roles")
                .permission(ROLES_READ)
                .parameters(SEARCH, CURSOR, SIZE)
                .answers(200, Paged.class)
                .problems(ProblemType.CURSOR_INVALID)
                .handle(request ->
                        Response.ok(roles.list(request.get(SEARCH), request.require(SIZE), request.get(CURSOR))
                                .map(RoleRoutes::row)));
    }

    Route create() {
        return Route.post("/roles")
                .permission(ROLES_WRITE)
                .body(NewRole.class)
                // room for as many and as long permissions as a role may have
                .maxBodyBytes(2 * 1024 * 1024)
                .answers(201, RoleView.class)
                .problems(ROLE_TAKEN)
                .handle(request -> Response.created(view(created(request))));
    }

    Route deletion() {
        return Route.get("/roles/{role}/deletion")
                .permission(ROLES_READ)
                .parameters(ROLE)
                .answers(200, Facts.class)
                .handle(request -> Response.ok(deletionFacts(role(request))));
    }

    Route delete() {
        return Route.delete("/roles/{role}")
                .permission(ROLES_WRITE)
                .parameters(ROLE)
                .problems(ProblemType.CONFLICT)
                .handle(request -> deleted(roles.delete(role(request), request.actor())));
    }

    /** Names of roles say nothing about a tenant, so operators of some tenants may see them. */
    Route options() {
        return Route.get("/role-options")
                .permission(ROLES_READ)
                .handlesScope()
                .parameters(SEARCH)
                .answers(200, Options.class)
                .handle(request ->
                        Response.ok(new Options(roles.list(request.get(SEARCH), OPTIONS, null).items().stream()
                                .map(usage -> option(usage.role()))
                                .toList())));
    }

    Route assign() {
        return Route.post("/users/{userId}/roles")
                .permission(ROLES_ASSIGN)
                .body(AssignRoles.class)
                .handle(this::assigned);
    }

    Route remove() {
        return Route.delete("/users/{userId}/roles/{role}")
                .permission(ROLES_ASSIGN)
                .parameters(ROLE, TENANT)
                .problems(ProblemType.CONFLICT)
                .handle(this::removed);
    }

    private Role created(Request<NewRole> request) {
        NewRole body = request.body();
        var result = roles.create(
                requireNonNullElse(body.name(), ""), body.description(), known(body.permissions()), request.actor());
        if (result instanceof CreateRoleResult.Created created) {
            return created.role();
        }
        if (result instanceof CreateRoleResult.Refused refused) {
            throw Problem.invalid(refused.errors()).exception();
        }
        String words = "There is a role with this name. Nothing was changed.";
        var error = new FieldError("name", ROLE_TAKEN.slug(), words);
        throw new ProblemException(new Problem(ROLE_TAKEN, words, List.of(error), Map.of()));
    }

    private Facts deletionFacts(String role) {
        long users = roles.holders(role)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).exception())
                .users();
        return new Facts(List.of(Fact.of(users, "userroles.fact.users-lose", "user loses it", "users lose it")), null);
    }

    private Response assigned(Request<AssignRoles> request) {
        List<String> wanted = known(request.body().roles());
        if (wanted.isEmpty() || wanted.size() > 100) {
            throw Problem.invalid("roles", "roles-count", "Choose 1 to 100 roles.")
                    .exception();
        }
        TenantId tenant = tenant(request, request.body().tenant());
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

    /** A tenant within the operator's scope; of others the operator learns nothing. */
    private static TenantId tenant(Request<?> request, @Nullable String id) {
        if (id == null || id.isEmpty()) {
            throw Problem.invalid("tenant", "tenant-missing", "Say in which tenant.")
                    .exception();
        }
        if (!TenantId.isValid(id) || !request.scope().covers(new TenantId(id))) {
            throw Problem.of(ProblemType.NOT_FOUND).exception();
        }
        return new TenantId(id);
    }

    private static String role(Request<?> request) {
        return RoleKey.name(request.require(ROLE))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).exception());
    }

    private static Response deleted(DeleteRoleResult result) {
        if (result instanceof DeleteRoleResult.Deleted) {
            return Response.noContent();
        }
        throw result instanceof DeleteRoleResult.Protected
                ? Problem.of(ProblemType.CONFLICT)
                        .detail(RolePanels.PROTECTED.text())
                        .exception()
                : Problem.of(ProblemType.NOT_FOUND).exception();
    }

    private Response removed(Request<Void> request) {
        String role = role(request);
        TenantId tenant = tenant(request, request.get(TENANT));
        return switch (roles.remove(request.user().id(), tenant, role, request.actor())) {
            case REMOVED -> Response.noContent();
            case NOT_HELD -> throw Problem.of(ProblemType.NOT_FOUND).exception();
            case LAST_HOLDER ->
                throw Problem.of(ProblemType.CONFLICT)
                        .detail(RolePanels.lastHolder(role).text())
                        .exception();
        };
    }

    private static TableRow row(RoleUsage usage) {
        Role role = usage.role();
        var cells = new HashMap<String, Object>();
        cells.put(RolePanels.NAME, role.name());
        cells.put(
                RolePanels.PERMISSIONS,
                role.permissions().stream().map(ChipValue::new).toList());
        cells.put(RolePanels.USERS, usage.holders());
        if (role.description() != null) {
            cells.put(RolePanels.DESCRIPTION, role.description());
        }
        return new TableRow(RoleKey.of(role.name()), cells);
    }

    private static RoleView view(Role role) {
        return new RoleView(RoleKey.of(role.name()), role.name(), role.description(), List.copyOf(role.permissions()));
    }

    private static Option option(Role role) {
        return new Option(role.name(), role.name(), role.description());
    }

    private static List<String> known(@Nullable Collection<@Nullable String> words) {
        return words == null
                ? List.of()
                : words.stream().filter(Objects::nonNull).toList();
    }
}
