package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** Outcome of {@link Presets#delete}. In all cases but {@link Deleted} nothing was written. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface DeletePresetResult {

    /** It is gone. */
    record Deleted() implements DeletePresetResult {}

    /** There is no such preset. */
    record Unknown() implements DeletePresetResult {}

    /**
     * Operators hold it: give them another one first.
     *
     * @param holders how many
     */
    record Held(long holders) implements DeletePresetResult {}

    /** It holds what the caller lacks; or the caller looks after some tenants only. */
    record OutOfReach() implements DeletePresetResult {}
}
