package dev.userdeck.internal.data;

import static dev.userdeck.internal.jooq.Tables.UD_PASSWORD;

import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.recipe.spi.UserDataField;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.text.ConstantNames;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.Suspension;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Users as they are exported: what {@link RowReader} reads. What is absent is left out. */
final class UserRecords {
    private final JooqDatabase jooq;
    private final List<UserDataField> parts;

    UserRecords(JooqDatabase jooq, List<UserDataField> parts) {
        this.jooq = jooq;
        this.parts = parts;
    }

    /** All fields, in the order of columns. */
    List<String> fields() {
        var fields = new ArrayList<>(List.of(
                "id",
                "externalId",
                "name",
                "email",
                "phone",
                "status",
                "suspension",
                "joinedAt",
                "lastSeenAt",
                "tenants",
                MethodReader.FIELD));
        parts.forEach(part -> fields.add(part.field()));
        return fields;
    }

    /** A page of them; a statement for each recipe, and one for the hashes if they are wanted. */
    List<Map<String, Object>> of(List<User> users, Scope scope, boolean passwordHashes) {
        Map<String, String> hashes = passwordHashes ? hashes(users) : Map.of();
        var ofParts = new LinkedHashMap<UserDataField, Map<UserId, Object>>();
        parts.forEach(part -> ofParts.put(part, part.export(users, scope)));
        return users.stream()
                .map(user -> {
                    Map<String, Object> fields = of(user, hashes);
                    ofParts.forEach((part, values) -> put(fields, part.field(), values.get(user.id())));
                    return fields;
                })
                .toList();
    }

    private Map<String, String> hashes(List<User> users) {
        List<String> methods = users.stream()
                .flatMap(user -> user.loginMethods().stream())
                .filter(method -> method.kind() == LoginMethod.Kind.PASSWORD)
                .map(method -> method.id().value())
                .toList();
        var p = UD_PASSWORD;
        return methods.isEmpty()
                ? Map.of()
                : jooq.read(db -> db.select(p.LOGIN_METHOD_ID, p.HASH)
                        .from(p)
                        .where(p.LOGIN_METHOD_ID.in(methods))
                        .fetchMap(p.LOGIN_METHOD_ID, p.HASH));
    }

    private static Map<String, Object> of(User user, Map<String, String> hashes) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", user.id().value());
        put(fields, "externalId", user.externalId());
        put(fields, "name", user.name());
        put(fields, "email", user.email());
        put(fields, "phone", user.phone());
        fields.put("status", ConstantNames.of(user.status()));
        put(fields, "suspension", user.suspension() == null ? null : of(user.suspension()));
        put(fields, "joinedAt", text(user.joinedAt()));
        put(fields, "lastSeenAt", text(user.lastSeenAt()));
        fields.put(
                "tenants", user.tenants().stream().map(TenantId::value).sorted().toList());
        if (!user.loginMethods().isEmpty()) {
            fields.put(
                    MethodReader.FIELD,
                    user.loginMethods().stream()
                            .map(method -> of(method, hashes))
                            .toList());
        }
        return fields;
    }

    private static Map<String, Object> of(Suspension suspension) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("reason", suspension.reason());
        put(fields, "until", text(suspension.until()));
        put(fields, "since", text(suspension.since()));
        put(fields, "by", suspension.by());
        return fields;
    }

    private static Map<String, Object> of(LoginMethod method, Map<String, String> hashes) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("kind", ConstantNames.of(method.kind()));
        put(fields, "email", method.email());
        put(fields, "phone", method.phone());
        put(fields, "provider", method.provider());
        put(fields, "subject", method.subject());
        put(fields, "passwordHash", hashes.get(method.id().value()));
        put(fields, "createdAt", text(method.createdAt()));
        return fields;
    }

    static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
