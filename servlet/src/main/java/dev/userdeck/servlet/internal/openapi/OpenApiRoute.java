package dev.userdeck.servlet.internal.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.servlet.internal.RouteTable;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Tells what an API can do, this route included. The document is made when it is first asked for, and kept. */
public final class OpenApiRoute {
    private final OpenApi.About about;
    private @Nullable RouteTable table;
    private @Nullable Document document;

    /** What is sent, and by what it is told from another. */
    private record Document(String json, String etag) {}

    /** Nothing to tell yet. */
    public OpenApiRoute(OpenApi.About about) {
        this.about = about;
    }

    /** Tells of these routes from now on. */
    public synchronized void describe(RouteTable routes) {
        table = routes;
        document = null;
    }

    /**
     * The route.
     *
     * @param audience says whom it is for
     */
    public Route route(UnaryOperator<Route.Builder<Void>> audience) {
        return audience.apply(Route.get("/openapi.json"))
                .summary("Describe this API")
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
            byte[] json = OpenApi.of(about, Objects.requireNonNull(table, "table"));
            document = new Document(new String(json, UTF_8), "\"" + UUID.nameUUIDFromBytes(json) + "\"");
        }
        return document;
    }
}
