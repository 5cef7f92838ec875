package dev.userdeck.testkit;

import static java.util.Objects.requireNonNull;
import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.actor.Actor;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Preset;
import dev.userdeck.session.Session;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.User;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Calls the handler of a route for operators, without a server: what a server checks before, such as the permission and the
 * user's tenants, is not checked here.
 *
 * <pre>{@code
 * Response response = TestRequest.to(route).with(ROLE, "admin").about(user).send();
 * }</pre>
 *
 * <p>Asks as an owner of all tenants unless said otherwise. Not for use by several threads.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class TestRequest {
    private final Route route;
    private final Map<String, Object> parameters = new HashMap<>();
    private final Map<String, String> headers = new HashMap<>();
    private Operator operator = Operator.of("test", Preset.OWNER);
    private @Nullable Object body;
    private @Nullable User user;

    private TestRequest(Route route) {
        this.route = route;
    }

    /** Begins a request. */
    public static TestRequest to(Route route) {
        return new TestRequest(requireNonNull(route, "route"));
    }

    /**
     * Sets a parameter by its name, of the type that the route declares.
     *
     * @throws IllegalArgumentException if the route declares no such parameter
     */
    public TestRequest with(String name, Object value) {
        Parameter<?> declared = route.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(route + " declares no parameter " + name));
        parameters.put(name, declared.type().cast(value));
        return this;
    }

    /** Sets a header. */
    public TestRequest header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Sets the body, of the type that the route declares. */
    public TestRequest body(Object newBody) {
        body = requireNonNull(route.requestType(), "the route takes no body").cast(newBody);
        return this;
    }

    /** Sets the user that {@code {userId}} names. */
    public TestRequest about(User newUser) {
        user = newUser;
        return this;
    }

    /** Which route it is for. */
    public Route route() {
        return route;
    }

    /** Sets who asks. */
    public TestRequest as(Operator newOperator) {
        operator = newOperator;
        return this;
    }

    /** Calls the handler, and returns or throws what it does. */
    public Response send() {
        return route.handle(new Asked());
    }

    private static <T> T set(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalStateException("The request has no " + what);
        }
        return value;
    }

    private final class Asked implements Request<Object> {
        @Override
        public Object body() {
            return set(body, "body");
        }

        @Override
        public <T> @Nullable T get(Parameter<T> parameter) {
            Object value = parameters.get(parameter.name());
            return value == null ? parameter.fallback() : parameter.type().cast(value);
        }

        @Override
        public <T> T require(Parameter<T> parameter) {
            return set(get(parameter), "parameter " + parameter.name());
        }

        @Override
        public User user() {
            return set(user, "user");
        }

        @Override
        public Operator operator() {
            return operator;
        }

        @Override
        public Scope scope() {
            return operator.scope();
        }

        @Override
        public Optional<Session> session() {
            return Optional.empty();
        }

        @Override
        public Actor actor() {
            return operator.actor();
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }
}
