package dev.userdeck.dashboard.internal.api;

import static dev.userdeck.operator.Permission.DASHBOARD_ENTER;
import static dev.userdeck.operator.Permission.SESSIONS_END;
import static dev.userdeck.operator.Permission.USERS_DELETE;
import static dev.userdeck.operator.Permission.USERS_READ;

import dev.userdeck.Userdeck;
import dev.userdeck.dashboard.internal.api.UserDocuments.Deletion;
import dev.userdeck.dashboard.internal.api.UserDocuments.UserRecord;
import dev.userdeck.dashboard.internal.api.UserEditsApi.Ended;
import dev.userdeck.dashboard.internal.panel.CapabilitiesDocument;
import dev.userdeck.dashboard.internal.panel.PageRoutes;
import dev.userdeck.dashboard.internal.panel.Panels;
import dev.userdeck.error.ConfigurationException;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.operator.Operator;
import dev.userdeck.recipe.spi.RunningRecipe;
import dev.userdeck.servlet.internal.RouteTable;
import dev.userdeck.servlet.internal.openapi.OpenApiRoute;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The table of the API's routes. */
public final class ApiRoutes {
    private ApiRoutes() {}

    /** The dashboard's own. */
    public static List<Route> core(
            Userdeck userdeck,
            Panels panels,
            long maxImportBytes,
            Function<Operator, CapabilitiesDocument> capabilities,
            OpenApiRoute description) {
        var sessions = new SessionsApi(userdeck);
        var audit = new AuditApi(userdeck);
        var mails = new UserMailsApi(userdeck);
        var list = new UsersListApi(userdeck, panels);
        return Stream.of(
                        users(new UsersApi(userdeck, panels, sessions, mails, audit), capabilities),
                        list.routes(),
                        new OverviewApi(userdeck).routes(),
                        new AboutApi(userdeck).routes(),
                        new UserDataApi(userdeck, list).routes(),
                        new ImportsApi(userdeck, maxImportBytes).routes(),
                        new BulkApi(userdeck, list).routes(),
                        new UserCreationApi(userdeck, panels.createForm()).routes(),
                        new UserEditsApi(userdeck).routes(),
                        new UserMethodsApi(userdeck).routes(),
                        new UserPasswordsApi(userdeck).routes(),
                        sessions.routes(),
                        mails.routes(),
                        new TenantsApi(userdeck).routes(),
                        audit.routes(),
                        new ApiKeysApi(userdeck.apiKeys()).routes(),
                        List.of(ApiDescription.route(description)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Route> users(UsersApi users, Function<Operator, CapabilitiesDocument> capabilities) {
        return List.of(
                Route.get("/session")
                        .summary("Tell who is signed in and what there is to draw")
                        .permission(DASHBOARD_ENTER)
                        .handlesScope()
                        .answers(200, CapabilitiesDocument.class)
                        .handle(request -> Response.ok(capabilities.apply(request.operator()))),
                Route.get("/session/fresh-proof")
                        .summary("Tell whether what needs fresh proof would be done now")
                        .permission(DASHBOARD_ENTER)
                        .handlesScope()
                        .needsFreshProof()
                        .handle(request -> Response.noContent()),
                Route.get("/users/{userId}")
                        .summary("Read all that a user's page draws")
                        .permission(USERS_READ)
                        .answers(200, UserRecord.class)
                        .sendsETag()
                        .handle(users::page),
                Route.get("/users/{userId}/deletion")
                        .summary("Tell what goes with a user")
                        .permission(USERS_DELETE)
                        .answers(200, Deletion.class)
                        .handle(users::deletion),
                Route.delete("/users/{userId}")
                        .summary("Delete a user")
                        .permission(USERS_DELETE)
                        .problems(ProblemType.CONFLICT)
                        .handle(users::delete),
                Route.delete("/users/{userId}/sessions")
                        .summary("End a user's sessions")
                        .permission(SESSIONS_END)
                        .handlesScope()
                        .answers(200, Ended.class)
                        .handle(users::endSessions),
                Route.delete("/users/{userId}/sessions/{handle}")
                        .summary("End a session")
                        .permission(SESSIONS_END)
                        .handlesScope()
                        .parameters(UsersApi.HANDLE)
                        .handle(users::endSession));
    }

    /**
     * All of them in one table.
     *
     * @throws ConfigurationException if a recipe's routes clash or contradict themselves
     */
    public static RouteTable table(List<Route> core, List<Route> authentication, List<RunningRecipe> recipes) {
        var table = RouteTable.builder().routes(core).routes(authentication);
        for (RunningRecipe recipe : recipes) {
            try {
                table.mount("recipes/" + recipe.id().value(), PageRoutes.converted(recipe));
            } catch (IllegalArgumentException e) {
                throw new ConfigurationException("Recipe " + recipe.id() + ": " + e.getMessage(), e);
            }
        }
        return table.build();
    }
}
