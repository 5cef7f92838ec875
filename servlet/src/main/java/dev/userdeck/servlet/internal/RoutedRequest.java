package dev.userdeck.servlet.internal;

import dev.userdeck.actor.Actor;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Request;
import dev.userdeck.operator.Operator;
import dev.userdeck.session.Session;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.User;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that has passed every check before the handler. */
public final class RoutedRequest implements Request<Object> {
    private final String route;
    private final HttpServletRequest http;
    private final HttpServletResponse response;
    private final Caller caller;
    private final ParameterValues parameters;
    private final @Nullable Object body;
    private final @Nullable User user;

    RoutedRequest(
            String route,
            HttpServletRequest http,
            HttpServletResponse response,
            Caller caller,
            ParameterValues parameters,
            @Nullable Object body,
            @Nullable User user) {
        this.route = route;
        this.http = http;
        this.response = response;
        this.caller = caller;
        this.parameters = parameters;
        this.body = body;
        this.user = user;
    }

    /**
     * The container's request behind one that a handler got, for our own routes that deal in cookies.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static HttpServletRequest http(Request<?> request) {
        return routed(request).http;
    }

    /**
     * Sets cookies with the answer, of which an answer's headers hold but one.
     *
     * @param values each as in {@code Set-Cookie}
     * @throws IllegalArgumentException if there is no container's request behind this one
     */
    public static void setCookies(Request<?> request, List<String> values) {
        values.forEach(value -> routed(request).response.addHeader("Set-Cookie", value));
    }

    private static RoutedRequest routed(Request<?> request) {
        if (request instanceof RoutedRequest routed) {
            return routed;
        }
        throw new IllegalArgumentException("Not a request of a servlet: " + request.getClass());
    }

    @Override
    public Object body() {
        return present(body, "takes no body: call body(…)");
    }

    @Override
    public <T> @Nullable T get(Parameter<T> parameter) {
        return parameters.get(parameter);
    }

    @Override
    public <T> T require(Parameter<T> parameter) {
        return present(parameters.get(parameter), "got no " + parameter.name() + ", or doesn't declare it");
    }

    @Override
    public User user() {
        return present(user, "is not about one user: its path doesn't begin with /users/{userId}");
    }

    @Override
    public Operator operator() {
        return present(caller.operator(), "is not for operators");
    }

    @Override
    public Scope scope() {
        return caller.scope();
    }

    @Override
    public Optional<Session> session() {
        return Optional.ofNullable(caller.session());
    }

    @Override
    public Actor actor() {
        return caller.actor();
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(http.getHeader(name));
    }

    private <T> T present(@Nullable T value, String otherwise) {
        if (value == null) {
            throw new IllegalStateException(route + " " + otherwise);
        }
        return value;
    }
}
