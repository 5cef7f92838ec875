package dev.userdeck.internal.user.store;

import dev.userdeck.audit.NewAuditEvent;
import dev.userdeck.user.User;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fields of a user that can be edited, as the audit trail names them. */
public final class AuditedFields {

    /** One of them. */
    public record Value(String field, @Nullable String text) {}

    private AuditedFields() {}

    public static List<Value> of(User user) {
        return List.of(
                new Value("name", user.name()),
                new Value("email", user.email()),
                new Value("phone", user.phone()),
                new Value("externalId", user.externalId()));
    }

    /** Whether any of them differ. */
    public static boolean differ(User before, User after) {
        return !of(before).equals(of(after));
    }

    /** The event with each one that differs. */
    public static NewAuditEvent changes(NewAuditEvent event, User before, User after) {
        List<Value> old = of(before);
        List<Value> fresh = of(after);
        NewAuditEvent result = event;
        for (int i = 0; i < old.size(); i++) {
            if (!Objects.equals(old.get(i).text(), fresh.get(i).text())) {
                result = result.change(
                        old.get(i).field(), old.get(i).text(), fresh.get(i).text());
            }
        }
        return result;
    }
}
