package dev.userdeck.dashboard.internal.api;

import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Route;
import dev.userdeck.operator.OperatorSession;
import dev.userdeck.operator.Operators;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The routes about operators who sign in here; those of the host are not ours to look after. */
public final class OperatorRoutes {
    private OperatorRoutes() {}

    /**
     * All of them.
     *
     * @param session the one that a request came in by
     */
    public static List<Route> of(Operators operators, Function<Request<?>, OperatorSession> session) {
        return Stream.of(
                        new OperatorsApi(operators).routes(),
                        new OperatorPresetsApi(operators).routes(),
                        new ProfileApi(operators, session).routes())
                .flatMap(List::stream)
                .toList();
    }
}
