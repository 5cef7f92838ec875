package dev.userdeck.bulk;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.user.UserId;
import org.apiguardian.api.API;

/**
 * A user to whom it couldn't be done.
 *
 * @param user who; may be gone
 * @param code the same word for the same reason
 * @param reason why, for people
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record BulkRefusal(UserId user, String code, String reason) {}
