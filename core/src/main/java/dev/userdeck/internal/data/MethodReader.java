package dev.userdeck.internal.data;

import dev.userdeck.error.FieldError;
import dev.userdeck.internal.user.batch.UserDraft.Method;
import dev.userdeck.user.LoginMethod.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The login methods of a row, in our own words or in those of SuperTokens' bulk import. */
final class MethodReader {
    static final String FIELD = "loginMethods";
    /** A row may have one method without a list, as in CSV. */
    static final Set<String> SHORT = Set.of("passwordHash", "passwordless", "provider", "subject");

    private static final Set<String> KNOWN = Set.of(
            "kind",
            "recipeId",
            "email",
            "phone",
            "phoneNumber",
            "provider",
            "thirdPartyId",
            "subject",
            "thirdPartyUserId",
            "passwordHash",
            "hashingAlgorithm",
            "isVerified",
            "isPrimary",
            "tenantIds",
            "createdAt",
            "timeJoinedInMSSinceEpoch");
    private static final Map<String, Kind> KINDS = Map.of(
            "password", Kind.PASSWORD,
            "emailpassword", Kind.PASSWORD,
            "passwordless", Kind.PASSWORDLESS,
            "external", Kind.EXTERNAL,
            "thirdparty", Kind.EXTERNAL);
    /** {@code $f_scrypt$hash$salt$m=14$r=8$s=separator}; what follows the salt is set once, for all. */
    private static final Pattern FIREBASE = Pattern.compile("\\$f_scrypt\\$([^$]+)\\$([^$]+)\\$.*");

    private final List<FieldError> errors;
    private final List<Method> methods = new ArrayList<>();
    private final Set<String> tenants = new HashSet<>();
    private @Nullable String email;
    private @Nullable String phone;

    MethodReader(List<FieldError> errors) {
        this.errors = errors;
    }

    /** Those that there are; a password without its hash is left out, as nobody could sign in with it. */
    List<Method> methods() {
        return methods;
    }

    /** The tenants that methods name. */
    Set<String> tenants() {
        return tenants;
    }

    /** The email of the primary method, or else of the first that has one. */
    @Nullable
    String email() {
        return email;
    }

    @Nullable
    String phone() {
        return phone;
    }

    void read(RowFields row) {
        List<?> list = row.list(FIELD);
        for (int i = 0; i < list.size(); i++) {
            String prefix = FIELD + "[" + i + "].";
            if (list.get(i) instanceof Map<?, ?> members) {
                var method = new RowFields(prefix, members, errors);
                method.expect(KNOWN);
                read(prefix, method);
            } else {
                errors.add(new FieldError(FIELD, "method-invalid", "A login method is an object."));
            }
        }
    }

    /** What a row without a list says. */
    void readShort(RowFields row, @Nullable String rowEmail, @Nullable String rowPhone) {
        String hash = row.text("passwordHash");
        if (hash != null) {
            methods.add(new Method("", Kind.PASSWORD, rowEmail, null, null, null, hash(hash), null));
        }
        if (row.flag("passwordless")) {
            if (rowEmail != null || rowPhone == null) {
                methods.add(new Method("", Kind.PASSWORDLESS, rowEmail, null, null, null, null, null));
            }
            if (rowPhone != null) {
                methods.add(new Method("", Kind.PASSWORDLESS, null, rowPhone, null, null, null, null));
            }
        }
        if (row.has("provider") || row.has("subject")) {
            methods.add(new Method(
                    "", Kind.EXTERNAL, rowEmail, null, row.text("provider"), row.text("subject"), null, null));
        }
    }

    private void read(String prefix, RowFields method) {
        Kind kind = kind(method);
        tenants.addAll(method.words("tenantIds"));
        method.flag("isVerified");
        String its = method.text("email");
        String number = method.text("phone", "phoneNumber");
        boolean isPrimary = method.flag("isPrimary");
        if (method.has("recipeId")) { // there, users have no addresses but those of their methods
            email = its != null && (email == null || isPrimary) ? its : email;
            phone = number != null && (phone == null || isPrimary) ? number : phone;
        }
        String hash = method.text("passwordHash");
        if (kind == null || (kind == Kind.PASSWORD && hash == null)) {
            return;
        }
        methods.add(new Method(
                prefix,
                kind,
                its,
                kind == Kind.PASSWORDLESS ? number : null,
                method.text("provider", "thirdPartyId"),
                method.text("subject", "thirdPartyUserId"),
                hash == null ? null : hash(hash),
                method.time("createdAt", "timeJoinedInMSSinceEpoch")));
    }

    private static @Nullable Kind kind(RowFields method) {
        String word = method.text("kind", "recipeId");
        Kind kind = KINDS.get(word == null ? "" : word.toLowerCase(Locale.ROOT));
        if (kind == null) {
            method.wrong(
                    method.has("recipeId") ? "recipeId" : "kind",
                    "kind-unknown",
                    (word == null ? "There is no kind" : RowFields.shown(word) + " is no kind")
                            + ": a login method is of kind password, passwordless or external.");
        }
        return kind;
    }

    private static String hash(String hash) {
        Matcher firebase = FIREBASE.matcher(hash);
        return firebase.matches() ? "$firebase-scrypt$" + firebase.group(2) + "$" + firebase.group(1) : hash.strip();
    }
}
