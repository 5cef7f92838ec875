package dev.userdeck.dashboard.internal.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;

import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.servlet.internal.RouteTable;
import dev.userdeck.servlet.internal.openapi.OpenApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells what the API can do, its recipes' routes included. Made of the routes when first asked for, and kept. */
public final class OpenApiRoute {
    private static final String VERSION = "0.1";
    private static final String DESCRIPTION = """
            What the dashboard does, over HTTP.

            An operator is known as on the dashboard: by the host's own login, or by the cookie of ours. What changes \
            something must come from the same site: browsers say so themselves, others send `Sec-Fetch-Site: same-origin`.

            Lists are read page by page: `nextCursor` of one answer is the parameter `cursor` of the next request. What has \
            an `ETag` is changed with `If-Match`. What went wrong is told as `application/problem+json` (RFC 9457), by a \
            stable `type`.
            """;
    private static final Map<String, String> TAGS = Map.ofEntries(
            entry("audit", "What was done, by whom, to whom and when."),
            entry("imports", "Bring users in from a file."),
            entry("jobs", "One action on many users, in the background."),
            entry("mail", "Mail that was not sent, and why."),
            entry("openapi", "This description."),
            entry("overview", "How many users there are, and how many came."),
            entry("session", "The operator who is signed in."),
            entry("sessions", "The sessions of everyone."),
            entry("setup", "The first operator."),
            entry("tenants", "Customers, brands or teams of the app, each with its own users."),
            entry("users", "Users, how they sign in, and what is kept of them."));

    private final List<ProblemType> problems;
    private @Nullable RouteTable table;
    private @Nullable Document document;

    /** What is sent, and by what it is told from another. */
    private record Document(String json, String etag) {}

    /**
     * Nothing to tell yet.
     *
     * @param more what every route may answer with besides what any route may
     */
    public OpenApiRoute(ProblemType... more) {
        var all = new ArrayList<>(List.of(
                ProblemType.INTERNAL, ProblemType.STORAGE_DAMAGED, ProblemType.STORAGE_UNAVAILABLE, ProblemType.BUSY));
        all.addAll(List.of(more));
        this.problems = List.copyOf(all);
    }

    /** Tells of these routes from now on. */
    public synchronized void describe(RouteTable routes) {
        table = routes;
        document = null;
    }

    Route route() {
        return Route.get("/openapi.json")
                .summary("Describe this API")
                .permission(ApiRoutes.ENTER)
                .handlesScope()
                .streams("application/json")
                .sendsETag()
                .handle(request -> {
                    Document made = document();
                    return Response.streamed(out -> out.write(made.json().getBytes(UTF_8)))
                            .header("ETag", made.etag());
                });
    }

    private synchronized Document document() {
        if (document == null) {
            var about =
                    new OpenApi.About("Userdeck", VERSION, DESCRIPTION, TAGS, "__Secure-userdeck_operator", problems);
            byte[] bytes = OpenApi.of(about, Objects.requireNonNull(table, "table"));
            document = new Document(new String(bytes, UTF_8), "\"" + UUID.nameUUIDFromBytes(bytes) + "\"");
        }
        return document;
    }
}
