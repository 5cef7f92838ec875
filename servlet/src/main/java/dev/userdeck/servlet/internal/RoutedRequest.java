package dev.userdeck.servlet.internal;

import dev.userdeck.actor.Actor;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Request;
import dev.userdeck.operator.Operator;
import dev.userdeck.session.Session;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.User;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that has passed every check before the handler. */
public final class RoutedRequest implements Request<Object> {
    private final String route;
    private final HttpServletRequest http;
    private final Caller caller;
    private final ParameterValues parameters;
    private final @Nullable Object body;
    private final @Nullable User user;

    RoutedRequest(
            String route,
            HttpServletRequest http,
            Caller caller,
            ParameterValues parameters,
            @Nullable Object body,
            @Nullable User user) {
        this.route = route;
        this.http = http;
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
        if (request instanceof RoutedRequest routed) {
            return routed.http;
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
