package dev.userdeck.recipe.userroles.internal;

import static dev.userdeck.recipe.userroles.RolePermissions.ROLES_READ;
import static dev.userdeck.recipe.userroles.internal.RoleRoutes.ROLE;
import static dev.userdeck.recipe.userroles.internal.RoleRoutes.role;

import dev.userdeck.dashboard.spi.Column.UserValue;
import dev.userdeck.dashboard.spi.Fact;
import dev.userdeck.dashboard.spi.Facts;
import dev.userdeck.dashboard.spi.Link;
import dev.userdeck.dashboard.spi.PreviewData;
import dev.userdeck.dashboard.spi.TableRow;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.paging.Page;
import dev.userdeck.recipe.userroles.Role;
import dev.userdeck.recipe.userroles.RoleHolder;
import dev.userdeck.recipe.userroles.RoleHolderQuery;
import dev.userdeck.recipe.userroles.RoleHolders;
import dev.userdeck.user.DisplayName;
import dev.userdeck.user.UserId;
import dev.userdeck.user.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of the JSON API that shows one role, who holds it, and what would go with it. */
final class RolePreview {
    private static final Parameter<String> CURSOR = Parameter.query("cursor");
    private static final Parameter<Integer> SIZE = Parameter.number("size", 1, 100, 10);
    /** How many permissions that would be lost are named. */
    private static final int NAMED = 10;

    private final DefaultUserRoles roles;
    private final Users users;

    RolePreview(DefaultUserRoles roles, Users users) {
        this.roles = roles;
        this.users = users;
    }

    /** What can't be done with a protected role is told with it; {@code delete} is what deletes one. */
    Route data(Route delete) {
        return Route.get("/roles/{role}")
                .summary("Read a role")
                .permission(ROLES_READ)
                .parameters(ROLE)
                .answers(200, PreviewData.class)
                .sendsETag()
                .handle(request -> {
                    PreviewData data = data(request, delete);
                    return Response.ok(data).etag(data.version());
                });
    }

    Route holders() {
        return Route.get("/roles/{role}/holders")
                .summary("List who has a role")
                .permission(ROLES_READ)
                .parameters(ROLE, CURSOR, SIZE)
                .refusesUnknown()
                .answersPage(200, TableRow.class)
                .problems(ProblemType.CURSOR_INVALID)
                .handle(request ->
                        Response.ok(holders(role(request), request, request.require(SIZE), request.get(CURSOR))));
    }

    Route deletion() {
        return Route.get("/roles/{role}/deletion")
                .summary("Tell what goes with a role")
                .permission(ROLES_READ)
                .parameters(ROLE)
                .answers(200, Facts.class)
                .handle(request -> Response.ok(deletion(role(request))));
    }

    private PreviewData data(Request<?> request, Route delete) {
        Role role = roles.find(role(request)).orElseThrow(RoleRoutes::notFound);
        Page<TableRow> holders = holders(role.name(), request, require(SIZE.fallback()), null);
        long total = held(role.name()).users();
        var data = PreviewData.of(role.name(), role.version())
                .line(role.description())
                .changedAt(role.changedAt())
                .value("name", role.name())
                .value("description", role.description() == null ? "" : role.description())
                .value("permissions", List.copyOf(role.permissions()))
                .part(RoleTexts.PERMISSIONS, new PreviewData.Labels(List.copyOf(role.permissions())))
                .part(
                        RoleTexts.USERS,
                        new PreviewData.Rows(
                                holders, total, total == 0 ? null : Link.toUsers(RoleFilter.ID, role.name())));
        if (roles.keepsItsName(role.name())) {
            data = data.lockField("name", RoleTexts.KEEPS_NAME);
        }
        return role.isProtected() ? data.lockAction(delete, RoleTexts.PROTECTED) : data;
    }

    private static int require(@Nullable Integer number) {
        return number == null ? 1 : number;
    }

    private Page<TableRow> holders(String role, Request<?> request, int size, @Nullable String cursor) {
        Page<RoleHolder> page = roles.usersWith(
                RoleHolderQuery.of(role, request.scope()).size(size).cursor(cursor));
        List<UserId> ids = page.items().stream().map(RoleHolder::user).toList();
        Map<UserId, DisplayName> names = ids.isEmpty() ? Map.of() : users.displayNames(ids, request.scope());
        return page.map(holder -> row(holder, names.get(holder.user())));
    }

    private static TableRow row(RoleHolder holder, @Nullable DisplayName name) {
        String id = holder.user().value();
        return new TableRow(
                id,
                Map.of(
                        RoleTexts.USER,
                        new UserValue(id, name == null ? id : name.text()),
                        RoleTexts.TENANTS,
                        holder.tenants()));
    }

    private RoleHolders held(String role) {
        return roles.holders(role).orElseThrow(RoleRoutes::notFound);
    }

    private Facts deletion(String role) {
        RoleHolders held = held(role);
        List<String> lost = roles.reading().permissionsOnlyOf(role);
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(
                held.users(),
                "userroles.fact.users-lose",
                "user loses it, at the next request",
                "users lose it, at their next request"));
        if (held.tenants() > 1) {
            facts.add(Fact.of(
                    held.tenants(),
                    "userroles.fact.tenants",
                    "tenant has users with it",
                    "tenants have users with it"));
        }
        facts.add(Fact.of(
                        lost.size(),
                        "userroles.fact.permissions-lost",
                        "permission that no other role gives:",
                        "permissions that no other role gives:")
                .names(lost.stream().limit(NAMED).toList()));
        return new Facts(facts, null);
    }
}
