package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.dashboard.spi.RecipePage;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.password.LinkLifetimes;
import dev.userdeck.password.Passwords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of the capabilities document, as sent: who is here, and what there is to draw for this person. */
public final class CapabilitiesDocument {
    private CapabilitiesDocument() {}

    /** What the front end starts from. {@code search} is {@code contains} or {@code word_start}. */
    public record Capabilities(
            App app,
            OperatorDocument operator,
            List<String> permissions,
            List<TenantDocument> tenants,
            String searchMode,
            List<ColumnDocument> columns,
            List<FilterDocument> filters,
            List<SectionDocument> sections,
            List<PageDocument> pages,
            PasswordDocument passwordRules,
            MailDocument mail,
            List<CreateForm.RecipeDocument> createFields,
            List<ProfileHintDocument> profileHints,
            List<BulkActionDocument> bulkActions,
            ImportDocument imports) {}

    /** The largest file with users that is taken. */
    public record ImportDocument(long maxBytes) {}

    /** What a recipe offers to do to many users; {@code act} is the end of the route that starts it. */
    public record BulkActionDocument(String action, Text label, String icon, String options) {}

    /** What follows when an operator changes a part of a profile. */
    public record ProfileHintDocument(String field, Text text) {}

    /** Lengths are in characters; how long links to choose a password are good is absent where there are none. */
    public record PasswordDocument(
            int min,
            int max,
            @Nullable Long resetHours,
            @Nullable Long invitationHours) {

        public static PasswordDocument of(Passwords passwords) {
            LinkLifetimes links = passwords.links().orElse(null);
            return new PasswordDocument(
                    passwords.rules().min(),
                    passwords.rules().max(),
                    links == null ? null : links.reset().toHours(),
                    links == null ? null : links.invitation().toHours());
        }
    }

    /** Whether mail goes anywhere. */
    public record MailDocument(boolean configured) {}

    /** The host's app. */
    public record App(String name) {}

    /** Who is signed in; {@code allTenants} for all there are and will be, not only those in the list. */
    public record OperatorDocument(
            String id, String name, @Nullable String email, String preset, boolean allTenants, boolean canSignOut) {}

    /** A tenant that the operator may see. */
    public record TenantDocument(String id, String name) {}

    /** A column of the users list or of a table. */
    public record ColumnDocument(
            String id, String recipe, Text label, String kind, String width, int priority, String small) {}

    /** A filter of the users list; which of the last parts are there depends on the kind. */
    public record FilterDocument(
            String id,
            String recipe,
            Text label,
            String kind,
            @Nullable List<ChoiceDocument> choices,
            @Nullable String options) {}

    /** What can be chosen in a filter. */
    public record ChoiceDocument(String id, Text label) {}

    /** A field of a form. */
    public record FieldDocument(
            String name,
            Text label,
            String kind,
            boolean required,
            @Nullable Text help,
            int maxLength,
            @Nullable String suggestions) {}

    /** The question before an action. */
    public record ConfirmDocument(
            Text title, @Nullable Text text, @Nullable String facts, boolean typeToConfirm, Text button) {}

    /** An action; {@code wholeUser} when it takes an operator for all of the user's tenants. */
    public record ActionDocument(
            Text label,
            @Nullable String icon,
            String tone,
            String method,
            String path,
            @Nullable List<FieldDocument> form,
            @Nullable ConfirmDocument confirm,
            @Nullable Text done,
            boolean wholeUser) {}

    /** An action that adds chips. */
    public record AddDocument(
            Text label,
            @Nullable String icon,
            String tone,
            String method,
            String path,
            @Nullable List<FieldDocument> form,
            @Nullable ConfirmDocument confirm,
            @Nullable Text done,
            boolean wholeUser,
            String options,
            boolean many,
            String field) {}

    /** An action that saves a text. */
    public record SaveDocument(
            Text label,
            String method,
            String path,
            @Nullable Text done,
            boolean wholeUser,
            String field,
            int maxBytes) {}

    /** A page of a recipe. */
    public record PageDocument(
            String id,
            String recipe,
            Text title,
            String icon,
            String kind,
            List<ColumnDocument> columns,
            String data,
            @Nullable Text search,
            RecipePage.Empty empty,
            @Nullable ActionDocument create,
            List<ActionDocument> actions,
            List<ActionDocument> rowActions,
            PreviewDocuments.@Nullable ShapeDocument preview) {}
}
