package dev.userdeck.recipe.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.error.FieldError;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * A recipe's part in the import and export of users: one field of each user, a column in CSV. Its values are JSON in types of
 * the JDK: {@code Map<String, Object>}, {@code List<Object>}, {@code String}, {@code java.math.BigDecimal}, {@code Boolean},
 * and within maps and lists {@code null}.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface UserDataField {

    /** The field, as in {@code roles}; letters only. Not one of core's, nor another recipe's. */
    String field();

    /** Other fields that are read too, as files of other products have them. None unless overridden. */
    default Set<String> alsoReads() {
        return Set.of();
    }

    /**
     * What to export: in one statement for all of these users.
     *
     * @param users at most 100
     * @param scope only what belongs to these tenants
     * @return by user; who has nothing is left out
     */
    Map<UserId, Object> export(Collection<User> users, Scope scope);

    /**
     * Makes of a row what {@link #write} will be given. Called for each row, outside of a transaction and on a thread of
     * the import's own, while earlier rows are written: look at nothing but the row.
     *
     * @param row all fields of the row that are not null; of a CSV file, a cell is a {@code String} unless it begins with
     *     <code>{</code> or {@code [}
     */
    FieldReading read(Map<String, Object> row);

    /**
     * The name of a user who has none and whose row tells none. One that can't be a name is passed over. None unless
     * overridden. Called as {@link #read} is.
     *
     * @param value what {@link #read} made of the row
     */
    default Optional<String> name(Object value) {
        return Optional.empty();
    }

    /**
     * Writes a batch, or the part of one that comes before a second row about the same user, in the transaction that makes the
     * users, with few statements. Add to what is there and take nothing
     * away. No audit event: the batch has one. After a refusal, and in a dry run, all is rolled back; so keep to the
     * database, as this may be called again.
     *
     * @param batch at most 1,000 users, all different
     * @return which users were refused, with the reason at a field; then all of these are done again without them
     */
    Written write(List<ImportedField> batch);

    /**
     * The outcome of writing a batch.
     *
     * @param refused why, by user
     * @param changed of whom there was something to write
     */
    record Written(Map<UserId, List<FieldError>> refused, Set<UserId> changed) {
        /** Copies both. */
        public Written {
            refused = Map.copyOf(refused);
            changed = Set.copyOf(changed);
        }
    }
}
