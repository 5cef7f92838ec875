package dev.userdeck.recipe.userroles.internal;

import static dev.userdeck.recipe.userroles.RolePermissions.ROLES_READ;
import static dev.userdeck.recipe.userroles.RolePermissions.ROLES_WRITE;
import static java.util.Objects.requireNonNullElse;

import dev.userdeck.dashboard.spi.Column.ChipValue;
import dev.userdeck.dashboard.spi.Column.FirstChips;
import dev.userdeck.dashboard.spi.Column.TitleValue;
import dev.userdeck.dashboard.spi.TableRow;
import dev.userdeck.error.FieldError;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Parameter.In;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.recipe.userroles.CreateRoleResult;
import dev.userdeck.recipe.userroles.DeleteRoleResult;
import dev.userdeck.recipe.userroles.Role;
import dev.userdeck.recipe.userroles.RoleChange;
import dev.userdeck.recipe.userroles.RoleQuery;
import dev.userdeck.recipe.userroles.UpdateRoleResult;
import dev.userdeck.recipe.userroles.http.RoleBody;
import dev.userdeck.recipe.userroles.http.RoleView;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The part of the JSON API that lists, creates, changes and deletes roles. */
final class RoleRoutes {
    static final Parameter<String> SEARCH = Parameter.query("q");
    static final Parameter<String> ROLE = new Parameter<>("role", In.PATH, String.class, 1, RoleKey.MAX_LENGTH, null);

    private static final ProblemType ROLE_TAKEN = new ProblemType("role-taken", 409, "There is a role with this name");
    private static final Parameter<String> CURSOR = Parameter.query("cursor");
    private static final Parameter<Integer> SIZE = Parameter.number("size", 1, 100, 50);
    /** As many permissions as a row has room for. */
    private static final int FIRST = 3;
    /** Room for as many and as long permissions as a role may have, in UTF-8 and escaped. */
    private static final int MAX_BODY = 8 * 1024 * 1024;

    private final DefaultUserRoles roles;

    RoleRoutes(DefaultUserRoles roles) {
        this.roles = roles;
    }

    Route list() {
        Route delete = delete();
        return Route.get("/roles")
                .summary("List roles")
                .permission(ROLES_READ)
                .parameters(SEARCH, CURSOR, SIZE)
                .refusesUnknown()
                .answersPage(200, TableRow.class)
                .problems(ProblemType.CURSOR_INVALID)
                .handle(request -> Response.ok(roles.reading()
                        .lines(
                                RoleQuery.all()
                                        .search(request.get(SEARCH))
                                        .size(request.require(SIZE))
                                        .cursor(request.get(CURSOR)),
                                FIRST)
                        .map(line -> row(line, delete))));
    }

    Route create() {
        return Route.post("/roles")
                .summary("Create a role")
                .permission(ROLES_WRITE)
                .body(RoleBody.class)
                .maxBodyBytes(MAX_BODY)
                .answers(201, RoleView.class)
                .problems(ROLE_TAKEN)
                .handle(request -> Response.created(view(created(request))));
    }

    Route edit() {
        return Route.put("/roles/{role}")
                .summary("Change a role")
                .permission(ROLES_WRITE)
                .parameters(ROLE)
                .needsIfMatch()
                .body(RoleBody.class)
                .maxBodyBytes(MAX_BODY)
                .answers(200, RoleView.class)
                .sendsETag()
                .problems(ROLE_TAKEN, ProblemType.STALE)
                .handle(request -> {
                    Role role = edited(request);
                    return Response.ok(view(role)).etag(role.version());
                });
    }

    Route delete() {
        return Route.delete("/roles/{role}")
                .summary("Delete a role")
                .permission(ROLES_WRITE)
                .parameters(ROLE)
                .problems(ProblemType.CONFLICT)
                .handle(request -> deleted(roles.delete(role(request), request.actor())));
    }

    private Role created(Request<RoleBody> request) {
        RoleBody body = request.body();
        var result = roles.create(
                requireNonNullElse(body.name(), ""), body.description(), known(body.permissions()), request.actor());
        if (result instanceof CreateRoleResult.Created created) {
            return created.role();
        }
        if (result instanceof CreateRoleResult.Refused refused) {
            throw Problem.invalid(refused.errors()).exception();
        }
        throw taken(body.name(), ((CreateRoleResult.NameTaken) result).name());
    }

    private Role edited(Request<RoleBody> request) {
        RoleBody body = request.body();
        var change = RoleChange.ifVersion(request.ifMatchVersion().orElseThrow(RoleRoutes::stale))
                .name(requireNonNullElse(body.name(), ""))
                .description(body.description())
                .permissions(known(body.permissions()));
        var result = roles.update(role(request), change, request.actor());
        if (result instanceof UpdateRoleResult.Updated updated) {
            return updated.role();
        }
        if (result instanceof UpdateRoleResult.Refused refused) {
            throw Problem.invalid(refused.errors()).exception();
        }
        if (result instanceof UpdateRoleResult.NameTaken taken) {
            throw taken(body.name(), taken.name());
        }
        if (result instanceof UpdateRoleResult.Protected) {
            throw Problem.invalid("name", "role-protected", RoleTexts.KEEPS_NAME.text())
                    .exception();
        }
        throw result instanceof UpdateRoleResult.Stale ? stale() : notFound();
    }

    private static ProblemException stale() {
        return Problem.of(ProblemType.STALE).exception();
    }

    private static ProblemException taken(@Nullable String typed, String name) {
        boolean isSame = typed != null && RoleRules.trim(typed).equals(name);
        String words = isSame
                ? "There is a role with this name. Nothing was changed."
                : "There is a role “" + name + "”, which looks the same. Nothing was changed.";
        var error = new FieldError("name", ROLE_TAKEN.slug(), words);
        return new ProblemException(new Problem(ROLE_TAKEN, words, List.of(error), Map.of("row", RoleKey.of(name))));
    }

    private static Response deleted(DeleteRoleResult result) {
        if (result instanceof DeleteRoleResult.Deleted) {
            return Response.noContent();
        }
        throw result instanceof DeleteRoleResult.Protected
                ? Problem.of(ProblemType.CONFLICT)
                        .detail(RoleTexts.PROTECTED.text())
                        .with("reason", "role-protected")
                        .exception()
                : notFound();
    }

    /** The name of the role that the path names. */
    static String role(Request<?> request) {
        return RoleKey.name(request.require(ROLE)).orElseThrow(RoleRoutes::notFound);
    }

    static ProblemException notFound() {
        return Problem.of(ProblemType.NOT_FOUND).exception();
    }

    private static TableRow row(RoleReading.Line line, Route delete) {
        Role role = line.role();
        var name = new TitleValue(role.name(), role.description());
        var permissions = new FirstChips(
                line.permissions().words().stream().map(ChipValue::new).toList(),
                line.permissions().total());
        var row = new TableRow(
                RoleKey.of(role.name()),
                Map.of(RoleTexts.NAME, name, RoleTexts.PERMISSIONS, permissions, RoleTexts.USERS, line.holders()));
        return role.isProtected() ? row.lockAction(delete, RoleTexts.PROTECTED) : row;
    }

    private static RoleView view(Role role) {
        return new RoleView(RoleKey.of(role.name()), role.name(), role.description(), List.copyOf(role.permissions()));
    }

    static List<String> known(@Nullable Collection<@Nullable String> words) {
        return words == null
                ? List.of()
                : words.stream().filter(Objects::nonNull).toList();
    }
}
