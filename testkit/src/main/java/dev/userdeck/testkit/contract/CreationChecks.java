package dev.userdeck.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.dashboard.spi.CreateFields;
import dev.userdeck.dashboard.spi.CreateFields.CreateField;
import dev.userdeck.dashboard.spi.CreateFields.Creation;
import dev.userdeck.dashboard.spi.Field;
import dev.userdeck.error.FieldError;
import dev.userdeck.operator.Operator;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.testkit.TestRequest;
import dev.userdeck.user.NewUser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills in what a recipe asks for when a user is created. */
final class CreationChecks {
    private final Userdeck userdeck;
    private final CreateFields fields;
    private final Operator operator;

    CreationChecks(Userdeck userdeck, CreateFields fields, Operator operator) {
        this.userdeck = userdeck;
        this.fields = fields;
        this.operator = operator;
    }

    /** What the form itself offers is taken, as are switches; true if something was chosen. */
    boolean keepsWhatItSuggests(TenantId tenant) {
        var values = new LinkedHashMap<String, Object>();
        for (CreateField each : fields.fields()) {
            Object value = suggested(each.field());
            if (value != null) {
                values.put(each.field().name(), value);
            }
        }
        if (!values.isEmpty()) {
            assertThat(create("suggested@example.org", tenant, values))
                    .as("what the fields for creating a user refuse of %s, which they offer themselves", values)
                    .isEmpty();
        }
        return values.values().stream().anyMatch(List.class::isInstance);
    }

    /** What somebody types is kept or refused, by the name of a field; it never throws. */
    void refusesByName(TenantId tenant) {
        List<String> names =
                fields.fields().stream().map(each -> each.field().name()).toList();
        for (CreateField each : fields.fields()) {
            Map<String, Object> values = Map.of(each.field().name(), typed(each.field()));
            assertThat(create(each.field().name().toLowerCase(Locale.ROOT) + "@example.org", tenant, values))
                    .extracting(FieldError::field)
                    .as("the fields that are refused of %s: a refusal names a field of the form", values)
                    .isSubsetOf(names);
        }
    }

    private List<FieldError> create(String email, TenantId tenant, Map<String, Object> values) {
        var refused = new ArrayList<FieldError>();
        try {
            userdeck.users()
                    .create(
                            NewUser.withEmail(email).tenant(tenant),
                            Actor.system(),
                            user -> refused.addAll(
                                    fields.writer().write(new Creation(user, tenant, values, operator))));
        } catch (RuntimeException e) {
            throw new AssertionError(
                    "The writer of the fields for creating a user throws for %s: return a FieldError instead"
                            .formatted(values),
                    e);
        }
        return refused;
    }

    private @Nullable Object suggested(Field field) {
        if (field.kind() == Field.Kind.SWITCH) {
            return true;
        }
        if (field.suggestions() == null) {
            return null;
        }
        List<String> offered = Gets.options(TestRequest.to(field.suggestions())).items().stream()
                .map(option -> option.id())
                .limit(2)
                .toList();
        return offered.isEmpty() ? null : offered;
    }

    private static Object typed(Field field) {
        return switch (field.kind()) {
            case TEXT, LONG -> "o'dd %_ ☃";
            case EMAIL -> "somebody@example.org";
            case SWITCH -> false;
            case TAGS, NAMES -> List.of("no-such-☃");
            case JSON -> "{\"o'dd\": []}";
        };
    }
}
