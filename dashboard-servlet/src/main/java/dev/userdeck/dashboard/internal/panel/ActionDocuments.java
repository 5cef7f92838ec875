package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.dashboard.spi.Facts;
import dev.userdeck.dashboard.spi.Field;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.dashboard.spi.Tone;
import dev.userdeck.dashboard.spi.UserSection;
import dev.userdeck.http.spi.Route;
import dev.userdeck.libs.com.fasterxml.jackson.annotation.JsonProperty;
import dev.userdeck.servlet.internal.openapi.Answers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What recipes let an operator do, as sent: their actions, and what is asked before. */
public final class ActionDocuments {
    private ActionDocuments() {}

    /** How an action is called over HTTP. */
    public enum ActionMethod {
        @JsonProperty("POST")
        POST,
        @JsonProperty("PUT")
        PUT,
        @JsonProperty("PATCH")
        PATCH,
        @JsonProperty("DELETE")
        DELETE;

        static ActionMethod of(Route route) {
            return valueOf(route.method().name());
        }
    }

    /** The tone of something one may do. */
    public enum ActionTone {
        NORMAL,
        PRIMARY,
        DANGER;

        static ActionTone of(Tone tone) {
            return switch (tone) {
                case PRIMARY -> PRIMARY;
                case DANGER -> DANGER;
                case NORMAL, OK, WARN -> NORMAL;
            };
        }
    }

    /** An action; {@code wholeUser} when it takes an operator for all of the user's tenants. */
    public record ActionDocument(
            Text label,
            @Nullable String icon,
            ActionTone tone,
            ActionMethod method,
            String path,
            @Nullable List<FieldDocument> form,
            @Nullable ConfirmDocument confirm,
            @Nullable Text done,
            boolean wholeUser) {}

    /** An action that adds chips. */
    public record AddActionDocument(
            Text label,
            @Nullable String icon,
            ActionTone tone,
            ActionMethod method,
            String path,
            @Nullable List<FieldDocument> form,
            @Nullable ConfirmDocument confirm,
            @Nullable Text done,
            boolean wholeUser,
            @Answers(UserSection.Options.class) String options,
            boolean many,
            String field) {}

    /** An action that saves a text: sends it as {@code field}, with the ETag of what it was made from. */
    public record SaveActionDocument(
            Text label,
            ActionMethod method,
            String path,
            @Nullable Text done,
            boolean wholeUser,
            String field,
            int maxBytes) {}

    /** A field of a form. */
    public record FieldDocument(
            String name,
            Text label,
            Field.Kind kind,
            boolean required,
            @Nullable Text help,
            int maxLength,
            @Answers(UserSection.Options.class) @Nullable String suggestions) {}

    /** The question before an action. */
    public record ConfirmDocument(
            Text title,
            @Nullable Text text,
            @Answers(Facts.class) @Nullable String facts,
            boolean typeToConfirm,
            Text button) {}

    /** What a recipe offers to do to many users; {@code action} is the end of the route that starts it. */
    public record BulkActionDocument(
            String action,
            Text label,
            String icon,
            boolean perTenant,
            @Nullable Text valuesLabel,
            @Answers(UserSection.Options.class) String options) {}

    /** What a recipe asks for when a user is created. */
    public record CreateFieldsDocument(String recipe, List<CreateFieldDocument> fields) {}

    /** A field of the form that creates a user; {@code advanced} ones are folded away. */
    public record CreateFieldDocument(
            String name,
            Text label,
            Field.Kind kind,
            boolean required,
            @Nullable Text help,
            int maxLength,
            @Answers(UserSection.Options.class) @Nullable String suggestions,
            boolean advanced) {}
}
