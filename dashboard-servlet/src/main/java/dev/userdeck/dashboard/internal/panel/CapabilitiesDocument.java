package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.dashboard.internal.panel.ActionDocuments.BulkActionDocument;
import dev.userdeck.dashboard.internal.panel.ActionDocuments.CreateFieldsDocument;
import dev.userdeck.dashboard.internal.panel.TableDocuments.ColumnDocument;
import dev.userdeck.dashboard.spi.ProfileHint;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.libs.com.fasterxml.jackson.annotation.JsonProperty;
import dev.userdeck.mail.MailDelivery;
import dev.userdeck.operator.Preset;
import dev.userdeck.password.LinkLifetimes;
import dev.userdeck.password.Passwords;
import dev.userdeck.user.SearchMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the front end starts from: who is here, and what there is to draw for this person. */
public record CapabilitiesDocument(
        AppDocument app,
        OperatorDocument operator,
        List<String> permissions,
        List<TenantDocument> tenants,
        SearchMode searchMode,
        List<ColumnDocument> columns,
        List<FilterDocument> filters,
        List<SectionDocument> sections,
        List<PageShapeDocument> pages,
        PasswordRulesDocument passwordRules,
        MailDocument mail,
        List<CreateFieldsDocument> createFields,
        List<ProfileHintDocument> profileHints,
        List<Text> mergeHints,
        List<BulkActionDocument> bulkActions,
        ImportsDocument imports,
        List<AuditTextDocument> auditTexts,
        List<PermissionTextDocument> permissionTexts) {

    /** How events of a recipe's are told. */
    public record AuditTextDocument(String action, Text label, List<Text> sentences) {}

    /** What a permission of a recipe's allows. */
    public record PermissionTextDocument(String name, Text text) {}

    /** The largest file with users that is taken. */
    public record ImportsDocument(long maxBytes) {}

    /** What follows when an operator changes a part of a profile. */
    public record ProfileHintDocument(ProfileField field, Text text) {}

    /** A part of a profile, as in the user's document. */
    public enum ProfileField {
        NAME,
        EMAIL,
        PHONE,
        @JsonProperty("externalId")
        EXTERNAL_ID;

        static ProfileField of(ProfileHint.Field field) {
            return valueOf(field.name());
        }
    }

    /** Lengths are in characters; how long links to choose a password are good is absent where there are none. */
    public record PasswordRulesDocument(
            int min,
            int max,
            @Nullable Long resetHours,
            @Nullable Long invitationHours) {

        public static PasswordRulesDocument of(Passwords passwords) {
            LinkLifetimes links = passwords.links().orElse(null);
            return new PasswordRulesDocument(
                    passwords.rules().min(),
                    passwords.rules().max(),
                    links == null ? null : links.reset().toHours(),
                    links == null ? null : links.invitation().toHours());
        }
    }

    /** Where mail goes. */
    public record MailDocument(MailDelivery delivery) {}

    /** The host's app; without the page where people sign up if the host doesn't name it. */
    public record AppDocument(String name, @Nullable String signUpPage) {}

    /**
     * Who is signed in; {@code allTenants} for all there are and will be, not only those in the list. Without a language or a time
     * zone it is the browser's.
     */
    public record OperatorDocument(
            String id,
            String name,
            @Nullable String email,
            PresetDocument preset,
            boolean allTenants,
            boolean canSignOut,
            boolean readOnly,
            @Nullable String language,
            @Nullable String timeZone) {}

    /** What an operator may do; only one of the host's or the operators' own has a name, as built-in ones are translated. */
    public record PresetDocument(String id, @Nullable String name) {

        public static PresetDocument of(Preset preset) {
            return new PresetDocument(preset.id(), preset.isBuiltIn() ? null : preset.name());
        }
    }

    /** A tenant that the operator may see. */
    public record TenantDocument(String id, String name) {}
}
