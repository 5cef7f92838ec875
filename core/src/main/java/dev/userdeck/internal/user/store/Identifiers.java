package dev.userdeck.internal.user.store;

import static dev.userdeck.internal.jooq.Tables.UD_IDENTIFIER;

import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.libs.org.jooq.impl.DSL;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is a user's alone in each tenant of that user: the addresses and numbers of the user and of the login methods, the
 * logins of the host's, and its own id for the user. They follow from the user, so whoever changes a user states them before and after.
 */
public final class Identifiers {
    public static final String EMAIL = "email";
    public static final String PHONE = "phone";
    public static final String EXTERNAL = "external";
    public static final String EXTERNAL_ID = "external-id";

    /** One of them, as it is compared. */
    public record Identifier(String kind, String value) implements Comparable<Identifier> {
        @Override
        public int compareTo(Identifier other) {
            int byKind = kind.compareTo(other.kind);
            return byKind != 0 ? byKind : value.compareTo(other.value);
        }
    }

    private Identifiers() {}

    /** In one order for all users: two who take the same things at once don't wait for each other. */
    public static Set<Identifier> of(User user) {
        var all = new TreeSet<Identifier>();
        addEmail(all, user.email());
        addPhone(all, user.phone());
        if (user.externalId() != null) {
            all.add(new Identifier(EXTERNAL_ID, user.externalId()));
        }
        for (LoginMethod method : user.loginMethods()) {
            addEmail(all, method.email());
            addPhone(all, method.phone());
            if (method.provider() != null && method.subject() != null) {
                all.add(new Identifier(EXTERNAL, login(method.provider(), method.subject())));
            }
        }
        return all;
    }

    private static void addEmail(Set<Identifier> all, @Nullable String email) {
        if (email != null) {
            all.add(new Identifier(EMAIL, key(email)));
        }
    }

    private static void addPhone(Set<Identifier> all, @Nullable String phone) {
        if (phone != null) {
            all.add(new Identifier(PHONE, phone));
        }
    }

    /** An address as it is compared; of one that is kept, so it is one. */
    public static String key(String email) {
        return EmailAddress.parse(email).orElseThrow().key();
    }

    /** A login of the host's as one text: no provider has a bar in its name. */
    public static String login(String provider, String subject) {
        return provider + "|" + subject;
    }

    /** Makes them the user's, each in all of these tenants. */
    public static void insert(
            DSLContext db,
            User user,
            Collection<Identifier> identifiers,
            Collection<TenantId> tenants,
            IdentifierConflict conflict) {
        List<String> inOrder = tenants.stream().map(TenantId::value).sorted().toList();
        if (inOrder.isEmpty()) {
            return;
        }
        var i = UD_IDENTIFIER;
        for (Identifier identifier : new TreeSet<>(identifiers)) {
            var rows = db.insertInto(i, i.TENANT_ID, i.KIND, i.IDENTIFIER, i.USER_ID);
            for (String tenant : inOrder) {
                rows = rows.values(
                        tenant, identifier.kind(), identifier.value(), user.id().value());
            }
            conflict.begin(identifier.kind());
            rows.execute();
        }
        conflict.end();
    }

    /** Turns those of a user into those of the same user after a change of anything but the tenants. */
    public static void replace(DSLContext db, User before, User after, IdentifierConflict conflict) {
        var gone = new LinkedHashSet<>(of(before));
        gone.removeAll(of(after));
        var fresh = new LinkedHashSet<>(of(after));
        fresh.removeAll(of(before));
        if (!gone.isEmpty()) {
            db.deleteFrom(UD_IDENTIFIER)
                    .where(UD_IDENTIFIER.USER_ID.eq(before.id().value()))
                    .and(isOneOf(gone))
                    .execute();
        }
        insert(db, after, fresh, after.tenants(), conflict);
    }

    /** Which kinds of these someone other than {@code own} has in one of the tenants. */
    public static Set<String> taken(
            DSLContext db, Collection<Identifier> identifiers, Collection<TenantId> tenants, Collection<UserId> own) {
        if (identifiers.isEmpty() || tenants.isEmpty()) {
            return Set.of();
        }
        var i = UD_IDENTIFIER;
        return db.selectDistinct(i.KIND)
                .from(i)
                .where(i.TENANT_ID.in(tenants.stream().map(TenantId::value).toList()))
                .and(isOneOf(identifiers))
                .and(i.USER_ID.notIn(own.stream().map(UserId::value).toList()))
                .fetchSet(i.KIND);
    }

    private static Condition isOneOf(Collection<Identifier> identifiers) {
        var i = UD_IDENTIFIER;
        return DSL.or(identifiers.stream()
                .map(one -> i.KIND.eq(one.kind()).and(i.IDENTIFIER.eq(one.value())))
                .toList());
    }
}
