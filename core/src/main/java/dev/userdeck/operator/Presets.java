package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.actor.Actor;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Presets of one's own for built-in operators, beside the built-in ones. Safe for use by many threads.
 *
 * <p>They count in all tenants, so changes take the access of somebody who looks after all of them, and who holds all that the
 * preset holds, before and after. The app itself passes {@link Access#full}. A change counts at the next request of each operator
 * who holds the preset. Changes are made one at a time, on all nodes together, and each is told to the audit trail.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface Presets {
    /** How many there can be. */
    int MAX = 100;

    /** The permissions that there are, by name: core's, and those of the recipes that run. */
    List<Permission> permissions();

    /** All presets of one's own, by name; {@value #MAX} at most. */
    List<OwnPreset> list();

    /** Finds one. */
    Optional<OwnPreset> find(String id);

    /**
     * Creates one.
     *
     * @param caller what the caller may do
     */
    SavePresetResult create(NewPreset preset, Access caller, Actor actor);

    /**
     * Changes one. What it holds already it may keep, even if nothing declares that now.
     *
     * @param version the one that was read
     * @param caller what the caller may do
     */
    SavePresetResult change(String id, long version, NewPreset preset, Access caller, Actor actor);

    /**
     * Deletes one that nobody holds.
     *
     * @param caller what the caller may do
     */
    DeletePresetResult delete(String id, Access caller, Actor actor);
}
