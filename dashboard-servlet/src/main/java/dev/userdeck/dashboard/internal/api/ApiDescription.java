package dev.userdeck.dashboard.internal.api;

import static dev.userdeck.operator.Permission.DASHBOARD_ENTER;
import static java.util.Map.entry;

import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Route;
import dev.userdeck.servlet.internal.openapi.OpenApi;
import dev.userdeck.servlet.internal.openapi.OpenApiRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the dashboard's API says of itself as a whole. */
public final class ApiDescription {
    private static final String DESCRIPTION = """
            What the dashboard does, over HTTP.

            A program sends an API key, as `Authorization: Bearer udk_…`. An operator is known as on the dashboard: by the \
            host's own login, or by the cookie of ours; what changes something must then come from the same site: browsers \
            say so themselves, others send `Sec-Fetch-Site: same-origin`.

            Lists are read page by page: `nextCursor` of one answer is the parameter `cursor` of the next request. What has \
            an `ETag` is changed with `If-Match`. What went wrong is told as `application/problem+json` (RFC 9457), by a \
            stable `type`.
            """;
    private static final Map<String, String> TAGS = Map.ofEntries(
            entry("about", "What runs."),
            entry("api-keys", "Keys by which programs call this API."),
            entry("audit", "What was done, by whom, to whom and when."),
            entry("imports", "Bring users in from a file."),
            entry("jobs", "One action on many users, in the background."),
            entry("mail", "Mail that was not sent, and why."),
            entry("openapi", "This description."),
            entry("operator-link", "The links by which operators come in."),
            entry("operator-presets", "What operators may do, by name."),
            entry("operators", "Who works in the dashboard."),
            entry("overview", "How many users there are, and how many came."),
            entry("profile", "One's own account."),
            entry("session", "The operator who is signed in."),
            entry("sessions", "The sessions of everyone."),
            entry("setup", "The first operator."),
            entry("tenants", "Customers, brands or teams of the app, each with its own users."),
            entry("users", "Users, how they sign in, and what is kept of them."));

    private ApiDescription() {}

    /**
     * Nothing to tell yet.
     *
     * @param more what every route may answer with besides what any route may
     */
    public static OpenApiRoute with(ProblemType... more) {
        var problems = new ArrayList<>(OpenApi.About.ANY);
        problems.addAll(List.of(more));
        var operator = OpenApi.Login.cookie(
                "operator",
                "__Secure-userdeck_operator",
                "Whoever is signed in: by the host's own session, or by ours in this cookie.");
        var key = OpenApi.Login.bearer("apiKey", "A program, by an API key.");
        return new OpenApiRoute(new OpenApi.About(
                "Userdeck", OpenApi.About.VERSION, DESCRIPTION, TAGS, List.of(operator, key), problems));
    }

    static Route route(OpenApiRoute description) {
        return description.route(route -> route.permission(DASHBOARD_ENTER).handlesScope());
    }
}
