package dev.userdeck.dashboard.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.actor.Actor;
import dev.userdeck.error.FieldError;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Permission;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.User;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a recipe adds to the form for a new user, and how they are kept: in the transaction that creates the
 * user, so that a refusal leaves no user behind. Apps do the same by the last parameter of {@link
 * dev.userdeck.user.Users#create(dev.userdeck.user.NewUser, Actor, java.util.function.Consumer)}.
 *
 * @param fields in the order to show
 * @param writer keeps what was filled in
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record CreateFields(List<CreateField> fields, Writer writer) {

    /** Copies the list. */
    public CreateFields {
        fields = List.copyOf(fields);
    }

    /**
     * A field of the form that creates a user.
     *
     * @param field how it looks
     * @param permission without it the field is not shown, and what is sent for it is refused
     * @param advanced whether it is folded away at first
     */
    public record CreateField(Field field, Permission permission, boolean advanced) {

        /**
         * Checks the field.
         *
         * @throws IllegalArgumentException if the route of its suggestions says that it answers something else
         */
        public CreateField {
            Fit.answers(field.suggestions(), UserSection.Options.class);
        }

        /** A field that is seen at once. */
        public static CreateField of(Field field, Permission permission) {
            return new CreateField(field, permission, false);
        }

        /** The same, folded away at first. */
        public CreateField folded() {
            return new CreateField(field, permission, true);
        }
    }

    /** Keeps what was filled in. */
    @FunctionalInterface
    public interface Writer {
        /**
         * Called when at least one field was filled in, after all {@linkplain dev.userdeck.recipe.spi.UserListener listeners},
         * inside the transaction and on its thread. May run twice: keep to the database.
         *
         * @return what is refused, by the field's name, and then nothing of all is written; empty when it is kept
         */
        List<FieldError> write(Creation creation);
    }

    /**
     * A user who is being created.
     *
     * @param user the user, whose rows are there
     * @param tenant where
     * @param values by the field's name: text, a boolean for a switch, a list of text for tags and names; without those left empty
     * @param operator who creates the user
     */
    public record Creation(User user, TenantId tenant, Map<String, Object> values, Operator operator) {

        /** Copies the map. */
        public Creation {
            values = Map.copyOf(values);
        }

        /** Who creates the user, for the audit trail. */
        public Actor actor() {
            return operator.actor();
        }

        /** The text of a field, null when it was left empty. */
        public @Nullable String text(String field) {
            return (String) values.get(field);
        }

        /** Whether a switch is on. */
        public boolean isOn(String field) {
            return Boolean.TRUE.equals(values.get(field));
        }

        /** The tags or names of a field. */
        public List<String> tags(String field) {
            return values.get(field) instanceof List<?> tags
                    ? tags.stream().map(String.class::cast).toList()
                    : List.of();
        }
    }
}
