package dev.userdeck.servlet.internal;

import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.error.BusyException;
import dev.userdeck.error.StorageException;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.internal.language.TranslatedLanguages;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Permission;
import dev.userdeck.operator.Preset;
import dev.userdeck.paging.InvalidCursorException;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.UserId;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A servlet with a route for each thing that a route can do. */
final class ProbeServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    /** What is refused to operators. */
    static final List<NewAuditEvent> EVENTS = new CopyOnWriteArrayList<>();

    static final String SECRET = "correct horse battery";

    private static final Permission READ = Permission.USERS_READ;
    private static final Parameter<String> THING = Parameter.path("thing");
    private static final Parameter<Integer> SIZE = Parameter.number("size", 10, 100, 50);
    private static final Parameter<String> TEXT = Parameter.query("q");
    private static final Parameter<Boolean> DEEP =
            new Parameter<>("deep", Parameter.In.QUERY, Boolean.class, 0, 0, false);
    private static final Parameter<String> ORDER = Parameter.choice("order", "up", "down");
    private static final Parameter<String> COLOURS = Parameter.choices("colours", "red", "green", "blue");

    private final transient RouteDispatcher dispatcher = new RouteDispatcher(
            RouteTable.builder()
                    .routes(routes())
                    .mount("recipes/demo", List.of(read("/things", r -> Response.ok("mounted"))))
                    .mount("recipes/demo", List.of(aboutAUser()))
                    .build(),
            new OneUser(),
            new SameOrigin(List.of("https://app.example.org")),
            (route, request, response) -> caller(request),
            new Json(),
            new Problems(new Json(), new TranslatedLanguages(Locale.ENGLISH, user -> Optional.empty(), List.of())),
            new Refusals(EVENTS::add));

    /** A body. */
    public record Thing(String name, Integer size, BigDecimal price, List<Tag> tags) {
        public Thing {
            if (size != null && size > 100) {
                throw new IllegalArgumentException("A thing's size is at most 100");
            }
        }
    }

    /** A part of a body. */
    public record Tag(String text) {}

    /** An answer. */
    public record View(UserId id, String nothing, Optional<String> absent, Instant at, BigDecimal zulu, int alpha) {}

    /** An answer that can't be written. */
    public record Broken(String text) {
        @Override
        public String text() {
            throw new IllegalStateException(SECRET);
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        dispatcher.dispatch(request, response);
    }

    private static Caller caller(HttpServletRequest request) {
        String who = Optional.ofNullable(request.getHeader("X-Who")).orElse("owner");
        Operator ines = Operator.of("ines", Preset.OWNER);
        String ip = ClientAddress.ofConnection().of(request);
        return switch (who) {
            case "owner" -> Caller.operator(ines, ip);
            case "viewer" -> Caller.operator(Operator.of("vic", Preset.VIEWER), ip);
            case "blue" -> Caller.operator(ines.scope(Scope.of(OneUser.BLUE)), ip);
            case "red" -> Caller.operator(ines.scope(Scope.of(OneUser.RED)), ip);
            default -> Caller.anonymous(Scope.all(), ip);
        };
    }

    private static Route read(String path, Route.Handler<Void> handler) {
        return Route.get(path).permission(READ).answers(200, Object.class).handle(handler);
    }

    private static Route aboutAUser() {
        return read(
                "/users/{userId}/things",
                r -> Response.ok(r.user().id() + " by " + r.actor().name()));
    }

    @SuppressWarnings("rawtypes") // a class literal has no type arguments
    private static List<Route> routes() {
        return List.of(
                read("/things", r -> Response.ok(List.of("a", "b"))),
                read("/things/best", r -> Response.ok("literal")),
                Route.get("/things/{thing}")
                        .permission(READ)
                        .parameters(THING)
                        .answers(200, String.class)
                        .handle(r -> Response.ok(r.require(THING)).etag(7)),
                Route.post("/things/best").permission(READ).handle(r -> Response.noContent()),
                Route.post("/things")
                        .permission(READ)
                        .body(Thing.class)
                        .answers(201, Thing.class)
                        .handle(r -> Response.created(r.body())),
                Route.put("/things/{thing}")
                        .permission(READ)
                        .parameters(THING)
                        .needsIfMatch()
                        .handle(r -> Response.noContent()),
                Route.delete("/things/{thing}")
                        .permission(Permission.USERS_DELETE)
                        .parameters(THING)
                        .handle(r -> Response.noContent()),
                Route.post("/maps")
                        .permission(READ)
                        .body(Map.class)
                        .answers(200, Object.class)
                        .handle(r -> Response.ok(r.body())),
                Route.get("/pages")
                        .permission(READ)
                        .parameters(SIZE, TEXT, DEEP, ORDER, COLOURS)
                        .answers(200, Object.class)
                        .handle(ProbeServlet::page),
                read("/all", r -> Response.ok("all")),
                Route.get("/some")
                        .permission(READ)
                        .handlesScope()
                        .answers(200, String.class)
                        .handle(r -> Response.ok(r.scope().toString())),
                aboutAUser(),
                read(
                        "/view",
                        r -> Response.ok(new View(
                                new UserId("ada"), null, Optional.empty(), Instant.EPOCH, new BigDecimal("1.10"), 1))),
                Route.get("/mine").forUsers().answers(200, String.class).handle(r -> Response.ok("mine")),
                read("/conflict", r -> {
                    throw new Problem(ProblemType.CONFLICT, "It is in use", List.of(), Map.of("uses", 3)).exception();
                }),
                read("/broken-statement", r -> {
                    throw new StorageException("read a thing", false, new IllegalStateException(SECRET));
                }),
                read("/fails", r -> {
                    throw new IllegalArgumentException(SECRET);
                }),
                read("/no-json", r -> Response.ok(new Broken(""))),
                read("/no-database", r -> {
                    throw new StorageException("read a thing", true, new IllegalStateException(SECRET));
                }),
                read("/damaged-database", r -> {
                    throw StorageException.damaged("read a thing", new IllegalStateException(SECRET));
                }),
                read("/busy", r -> {
                    throw new BusyException("Too many passwords are being checked");
                }),
                read("/cursor", r -> {
                    throw new InvalidCursorException();
                }),
                Route.get("/stream")
                        .permission(READ)
                        .streams("text/csv")
                        .handle(r -> Response.streamed(out -> {
                            for (int i = 0; i < 100_000; i++) {
                                out.write("a,b\n".getBytes(StandardCharsets.US_ASCII));
                            }
                        })),
                Route.get("/broken-stream")
                        .permission(READ)
                        .streams("text/csv")
                        .handle(r -> Response.streamed(out -> {
                            out.write(new byte[100_000]);
                            throw new IllegalStateException(SECRET);
                        })));
    }

    private static Response page(Request<Void> request) {
        var seen = new LinkedHashMap<String, Object>();
        seen.put("size", request.require(SIZE));
        seen.put("q", request.get(TEXT));
        seen.put("deep", request.require(DEEP));
        return Response.ok(seen);
    }
}
