package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.error.FieldError;
import java.util.List;
import org.apiguardian.api.API;

/** Outcome of {@link Presets#create} and {@link Presets#change}. In all cases but {@link Saved} nothing was written. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface SavePresetResult {

    /**
     * It is as it was asked for.
     *
     * @param preset as it is now
     */
    record Saved(OwnPreset preset) implements SavePresetResult {}

    /** There is no such preset. */
    record Unknown() implements SavePresetResult {}

    /**
     * Someone else has changed it since it was read.
     *
     * @param current as it is now
     */
    record Stale(OwnPreset current) implements SavePresetResult {}

    /** There is another preset with this name, or with one that looks the same. */
    record NameTaken() implements SavePresetResult {}

    /** It holds, or would hold, what the caller lacks; or the caller looks after some tenants only. */
    record OutOfReach() implements SavePresetResult {}

    /**
     * The input was refused.
     *
     * @param errors at least one, of the field {@code name} or {@code permissions}
     */
    record Refused(List<FieldError> errors) implements SavePresetResult {

        /** Copies the list. */
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
