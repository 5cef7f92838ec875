package dev.userdeck.recipe.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.user.User;
import org.apiguardian.api.API;

/**
 * A user of a batch of an import, with the recipe's part of the row.
 *
 * @param user as written a moment ago
 * @param isNew whether the user was created by this row, so that the recipe can have nothing of this user yet
 * @param value what {@link UserDataField#read} made
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record ImportedField(User user, boolean isNew, Object value) {}
