package dev.userdeck.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.dashboard.spi.Action;
import dev.userdeck.dashboard.spi.Column;
import dev.userdeck.dashboard.spi.Field;
import dev.userdeck.dashboard.spi.TableRow;
import dev.userdeck.http.spi.Route;
import dev.userdeck.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks of what panels are made of: ids, texts, actions, addresses and values. */
final class PartChecks {
    private static final String ID = "[a-z][a-z0-9-]*";

    private PartChecks() {}

    static void checkIds(List<String> ids) {
        assertThat(ids).as("ids, each once").doesNotHaveDuplicates().allMatch(id -> id.matches(ID), ID);
    }

    static List<Action> actions(@Nullable Action one, List<Action> more) {
        return Stream.concat(Stream.ofNullable(one), more.stream()).toList();
    }

    static void checkActions(List<Action> actions, List<Route> routes) {
        for (Action action : actions) {
            checkListed(action.route(), routes);
            assertThat(action.route().method().isSafe())
                    .as("%s changes something", action.route())
                    .isFalse();
            if (action.confirm() != null && action.confirm().facts() != null) {
                checkRead(Objects.requireNonNull(action.confirm().facts()), routes);
            }
            assertThat(action.form())
                    .extracting(field -> field.name())
                    .doesNotHaveDuplicates()
                    .allMatch(name -> !name.isBlank());
            action.form().stream()
                    .map(Field::suggestions)
                    .flatMap(Stream::ofNullable)
                    .forEach(route -> checkOptions(route, routes));
        }
    }

    /** Fails unless what can be chosen is read, and searched, by a route of the recipe. */
    static void checkOptions(Route route, List<Route> routes) {
        checkRead(route, routes);
        assertThat(Gets.takes(route, "q"))
                .as("%s offers what can be chosen, and takes the query parameter q: add it by parameters(…)", route)
                .isTrue();
    }

    static void checkRead(Route route, List<Route> routes) {
        checkListed(route, routes);
        assertThat(route.method())
                .as("method of %s, which is used to read", route)
                .isEqualTo(Route.Method.GET);
    }

    private static void checkListed(Route route, List<Route> routes) {
        assertThat(routes.stream().anyMatch(listed -> listed == route))
                .as("a panel uses %s, which is not among its routes: add it by routes(…), the same object", route)
                .isTrue();
    }

    static void checkRow(List<Column> columns, TableRow row) {
        assertThat(row.key()).isNotEmpty();
        for (Map.Entry<String, Object> cell : row.cells().entrySet()) {
            Column column = columns.stream()
                    .filter(candidate -> candidate.id().equals(cell.getKey()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("The row %s has a cell for a column %s, which there isn't"
                            .formatted(row.key(), cell.getKey())));
            checkCell(column, cell.getValue());
        }
    }

    /** Fails unless the value is of the Java type of the column's kind. */
    static void checkCell(Column column, @Nullable Object value) {
        checkValue("column " + column.id(), column.kind(), value);
    }

    /** Fails unless the value of this place is of the Java type of its kind. */
    static void checkValue(String place, Column.Kind kind, @Nullable Object value) {
        if (value == null) {
            return;
        }
        Class<?> type = switch (kind) {
            case TITLE -> Column.TitleValue.class;
            case TEXT, MONO -> String.class;
            case NUMBER -> Number.class;
            case DATE -> Instant.class;
            case STATUS -> Column.StatusValue.class;
            case FLAG -> Boolean.class;
            case CHIPS -> value instanceof Column.FirstChips ? Column.FirstChips.class : List.class;
            case TENANTS -> List.class;
            case USER -> Column.UserValue.class;
        };
        assertThat(value)
                .as("the value of %s, which is of kind %s", place, kind)
                .isInstanceOf(type);
        if (value instanceof List<?> items) {
            Class<?> item = kind == Column.Kind.TENANTS ? TenantId.class : Column.ChipValue.class;
            assertThat(items)
                    .as("the values of %s, which is of kind %s: of %s each", place, kind, item.getSimpleName())
                    .allMatch(item::isInstance);
        }
    }
}
