package dev.userdeck.dashboard.spi;

import dev.userdeck.http.spi.Route;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Refuses a route that doesn't fit where it is used: better in the line that says so than at each request. */
final class Fit {
    private Fit() {}

    /**
     * A form sends a field to a route.
     *
     * @throws IllegalArgumentException if the body that the route takes has no such member
     */
    static void sends(String field, Route route) {
        List<String> members = members(route.requestType());
        if (!members.contains(field)) {
            throw new IllegalArgumentException(
                    "A form sends the field '%s' to %s, which %s: each request would be refused. Give the record of body(…) this member, or the field another name"
                            .formatted(
                                    field,
                                    route,
                                    route.requestType() == null ? "takes no body" : "takes a body of " + members));
        }
    }

    private static List<String> members(@Nullable Class<?> body) {
        RecordComponent[] components = body == null ? null : body.getRecordComponents();
        return components == null
                ? List.of()
                : Stream.of(components).map(RecordComponent::getName).toList();
    }

    /**
     * A panel awaits an answer of this type.
     *
     * @throws IllegalArgumentException if there is a route, and it says that it answers something else
     */
    static void answers(@Nullable Route route, Class<?> type) {
        if (route != null && route.responseType() != type) {
            throw unfit(route, type.getSimpleName(), "answers(200, " + type.getSimpleName() + ".class)");
        }
    }

    /**
     * A table awaits pages of rows.
     *
     * @throws IllegalArgumentException if there is a route, and it says that it answers something else
     */
    static void answersRows(@Nullable Route route) {
        if (route != null && route.responseItemType() != TableRow.class) {
            throw unfit(route, "a page of TableRow", "answersPage(200, TableRow.class)");
        }
    }

    private static IllegalArgumentException unfit(Route route, String awaited, String call) {
        Class<?> item = route.responseItemType() == null ? route.responseType() : route.responseItemType();
        return new IllegalArgumentException("%s is used where %s is awaited, and says that it answers %s: call %s"
                .formatted(route, awaited, item == null ? "nothing" : item.getSimpleName(), call));
    }
}
