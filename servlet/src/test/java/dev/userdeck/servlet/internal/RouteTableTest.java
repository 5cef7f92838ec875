package dev.userdeck.servlet.internal;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteTableTest {
    private static final Parameter<String> A = Parameter.path("a");
    private static final Parameter<String> B = Parameter.path("b");

    @Test
    void twoRoutesOfOneShapeAreRefused() {
        assertRefused("Two routes answer GET /x/{b}", open("/x/{a}", A), open("/x/{b}", B));
    }

    @Test
    void theParametersOfThePathMustBeDeclared() {
        assertRefused("call parameters(…)", open("/x/{a}"));
        assertRefused("call parameters(…)", open("/x/{a}", A, B));
        assertRefused("call parameters(…)", open("/x", A));
    }

    @Test
    void aRouteForEndUsersNamesNoUser() {
        assertRefused(
                "its user is the session's",
                Route.get("/users/{userId}").forUsers().handle(request -> Response.noContent()));
    }

    @Test
    void readingTakesNoBody() {
        assertRefused(
                "takes a body", Route.get("/x").forAnyone().body(String.class).handle(request -> Response.noContent()));
    }

    private static Route open(String path, Parameter<?>... parameters) {
        return Route.get(path).forAnyone().parameters(parameters).handle(request -> Response.noContent());
    }

    private static void assertRefused(String message, Route... routes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RouteTable.builder().routes(List.of(routes)))
                .withMessageContaining(message);
    }
}
