package dev.userdeck.recipe.emailverification.internal;

import dev.userdeck.error.FieldError;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.storage.StoredTime;
import dev.userdeck.internal.user.store.EmailAddress;
import dev.userdeck.recipe.spi.FieldReading;
import dev.userdeck.recipe.spi.ImportedField;
import dev.userdeck.recipe.spi.UserDataField;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The addresses in files that users have proved to read: {@code verifiedEmails}, a list; {@code emailVerified}, true or
 * false, for the user's own, where false is refused of one who has proved it; and {@code isVerified} of a login method, as other products have it.
 */
public final class VerificationData implements UserDataField {
    private static final String FIELD = "verifiedEmails";
    private static final String OWN = "emailVerified";

    private final JooqDatabase jooq;
    private final Clock clock;
    private final JooqVerification rows;

    VerificationData(JooqDatabase jooq, Clock clock, JooqVerification rows) {
        this.jooq = jooq;
        this.clock = clock;
        this.rows = rows;
    }

    @Override
    public String field() {
        return FIELD;
    }

    @Override
    public Set<String> alsoReads() {
        return Set.of(OWN);
    }

    @Override
    public Map<UserId, Object> export(Collection<User> users, Scope scope) {
        var exported = new HashMap<UserId, Object>();
        jooq.read(db -> rows.addresses(db, users.stream().map(User::id).toList()))
                .forEach((user, keys) -> exported.put(user, List.copyOf(new TreeSet<>(keys))));
        return exported;
    }

    /** Addresses as they are compared, and whether the user's own is among them: null for none said. */
    private record Verified(Set<String> keys, @Nullable Boolean own) {}

    @Override
    public FieldReading read(Map<String, Object> row) {
        List<String> words = words(row.get(FIELD));
        Object flag = row.get(OWN);
        Boolean own = flag(flag);
        if (words == null) {
            return FieldReading.Refused.of(FIELD, "list-expected", "A list of addresses is expected here.");
        }
        if (own == null && isSaid(flag)) {
            return FieldReading.Refused.of(OWN, "flag-expected", "true or false is expected here.");
        }
        if (row.get("loginMethods") instanceof List<?> methods) {
            for (Object method : methods) {
                if (method instanceof Map<?, ?> members
                        && Boolean.TRUE.equals(members.get("isVerified"))
                        && members.get("email") instanceof String email) {
                    words.add(email);
                }
            }
        }
        var keys = new HashSet<String>();
        for (String word : words) {
            var address = EmailAddress.parse(word);
            if (address.isEmpty()) {
                return FieldReading.Refused.of(FIELD, "email-invalid", "One of these is no email.");
            }
            keys.add(address.get().key());
        }
        return keys.isEmpty() && own == null
                ? new FieldReading.Nothing()
                : new FieldReading.Value(new Verified(keys, own));
    }

    private static @Nullable List<String> words(@Nullable Object value) {
        var words = new ArrayList<String>();
        if (value instanceof String text) {
            for (String word : text.split("[\\s,;]+", -1)) {
                if (!word.isEmpty()) {
                    words.add(word);
                }
            }
            return words;
        }
        if (value instanceof List<?> list) {
            for (Object element : list) {
                if (!(element instanceof String word)) {
                    return null;
                }
                words.add(word);
            }
            return words;
        }
        return value == null ? words : null;
    }

    private static boolean isSaid(@Nullable Object value) {
        return value != null && !value.equals("");
    }

    private static @Nullable Boolean flag(@Nullable Object value) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        return switch (value instanceof String text ? text.strip().toLowerCase(Locale.ROOT) : "?") {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        };
    }

    @Override
    public Written write(List<ImportedField> batch) {
        Instant now = StoredTime.now(clock);
        return jooq.join(db -> {
            var wanted = new LinkedHashMap<UserId, Set<String>>();
            batch.forEach(part -> wanted.put(part.user().id(), keys(part)));
            List<UserId> old = batch.stream()
                    .filter(part -> !part.isNew())
                    .map(part -> part.user().id())
                    .toList();
            Map<UserId, Set<String>> there = old.isEmpty() ? Map.of() : rows.addresses(db, old);
            Map<UserId, List<FieldError>> refused = refused(batch, wanted, there);
            if (!refused.isEmpty()) {
                return new Written(refused, Set.of());
            }
            there.forEach(
                    (user, proved) -> wanted.getOrDefault(user, new HashSet<>()).removeAll(proved));
            wanted.values().removeIf(Set::isEmpty);
            rows.insertAddresses(db, wanted, now);
            return new Written(Map.of(), wanted.keySet());
        });
    }

    /** Those whose address is proved, and whose row says that it isn't: a proof is not taken away by a file. */
    private static Map<UserId, List<FieldError>> refused(
            List<ImportedField> batch, Map<UserId, Set<String>> wanted, Map<UserId, Set<String>> there) {
        var refused = new HashMap<UserId, List<FieldError>>();
        for (ImportedField part : batch) {
            UserId user = part.user().id();
            String email = part.user().email();
            if (email == null || !Boolean.FALSE.equals(((Verified) part.value()).own())) {
                continue;
            }
            String key = EmailAddress.parse(email).orElseThrow().key();
            if (there.getOrDefault(user, Set.of()).contains(key)) {
                refused.put(
                        user,
                        List.of(new FieldError(
                                OWN,
                                "email-verified",
                                "The user has proved this email here, and an import takes no proof away. Leave the cell"
                                        + " empty.")));
            } else if (wanted.getOrDefault(user, Set.of()).contains(key)) {
                refused.put(
                        user,
                        List.of(new FieldError(
                                OWN,
                                "email-verified",
                                "The row says false, and names the email among those verified.")));
            }
        }
        return refused;
    }

    private static Set<String> keys(ImportedField part) {
        var verified = (Verified) part.value();
        var keys = new HashSet<>(verified.keys());
        String email = part.user().email();
        if (Boolean.TRUE.equals(verified.own()) && email != null) {
            EmailAddress.parse(email).ifPresent(address -> keys.add(address.key()));
        }
        return keys;
    }
}
