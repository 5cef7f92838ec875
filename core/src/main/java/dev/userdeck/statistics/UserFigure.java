package dev.userdeck.statistics;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.user.UserFilter;
import java.time.Instant;
import org.apiguardian.api.API;

/**
 * A number of users, and who they are.
 *
 * @param count how many; more than that, if not exact
 * @param isExact whether it is the whole number as of {@code countedAt}
 * @param countedAt when they were counted: when asked, or by the background job where they are too many for that
 * @param filter what the list of users of all tenants has to be narrowed by to show these users
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record UserFigure(long count, boolean isExact, Instant countedAt, UserFilter filter) {}
