package dev.userdeck.paging;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * A number of things, counted up to a limit so that counting stays cheap.
 *
 * @param number how many; if there are more than the limit, the limit
 * @param isExact whether {@code number} is all of them
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record CappedCount(long number, boolean isExact) {

    /** What was counted with a limit of {@code most}, by looking at one more at most. */
    public static CappedCount upTo(long most, long counted) {
        return new CappedCount(Math.min(most, counted), counted <= most);
    }
}
