package dev.userdeck.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.userdeck.dashboard.spi.Preview;
import dev.userdeck.dashboard.spi.PreviewData;
import dev.userdeck.dashboard.spi.TableRow;
import dev.userdeck.dashboard.spi.UserSection;
import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.testkit.Rows;
import dev.userdeck.testkit.TestRequest;
import dev.userdeck.user.User;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks of what is edited as of a version. */
final class EditChecks {
    private final Rows rows;

    EditChecks(Rows rows) {
        this.rows = rows;
    }

    /** Sends what the form begins with: for a version that is not there, and for the one that is. */
    void preview(Preview preview, List<TableRow> its) {
        for (TableRow row : its) {
            PreviewData data = data(preview, row.key());
            Route edit = Objects.requireNonNull(preview.edit()).route();
            if (!data.lockedActions().containsKey(edit)) {
                versions(() -> Gets.row(edit, row.key()).body(body(edit, data.values())), edit, data.version());
                return;
            }
        }
    }

    private static PreviewData data(Preview preview, String key) {
        return (PreviewData)
                Objects.requireNonNull(Gets.row(preview.data(), key).send().body());
    }

    /** Saves what is there: for a version that is not, and for the one that is. */
    void json(UserSection.Json json, UserSection.JsonData data, User user) {
        Route save = Objects.requireNonNull(json.save()).route();
        if (data.json() != null) {
            Map<String, Object> values = Map.of(json.field(), data.json());
            versions(() -> TestRequest.to(save).about(user).body(body(save, values)), save, data.version());
        }
    }

    private void versions(Supplier<TestRequest> request, Route route, long version) {
        Set<String> before = rows.without(null);

        assertThat(catchThrowable(() -> request.get()
                        .header("If-Match", Response.etagOf(version - 1))
                        .send()))
                .as(
                        "the refusal of %s with an old version, which somebody else's change replaced: compare request.ifMatchVersion()",
                        route)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().type())
                                .as(
                                        "the problem that %s answers an old version with: throw Problem.of(ProblemType.STALE)",
                                        route)
                                .isEqualTo(ProblemType.STALE));
        assertThat(rows.without(null))
                .as("the rows after %s was refused", route)
                .isEqualTo(before);

        assertThat(request.get()
                        .header("If-Match", Response.etagOf(version))
                        .send()
                        .status())
                .as("%s with the version that is there, and what the form begins with", route)
                .isBetween(200, 299);
    }

    /** A body with these members, and nothing else in it. */
    private static Object body(Route route, Map<String, Object> values) {
        Class<?> type = Objects.requireNonNull(route.requestType());
        RecordComponent[] components = type.getRecordComponents();
        Object[] members = Stream.of(components)
                .map(component -> member(component, values.get(component.getName())))
                .toArray();
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(members);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("Could not make a body for " + route + " of " + values, e);
        }
    }

    private static @Nullable Object member(RecordComponent component, @Nullable Object value) {
        if (component.getType() == Optional.class) {
            return Optional.ofNullable(value);
        }
        return component.getType() == boolean.class && value == null ? (Object) false : value;
    }
}
