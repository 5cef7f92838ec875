package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * A preset of one's own, as it is kept.
 *
 * @param preset what it holds
 * @param version goes up with each change
 * @param holders how many operators hold it, in all tenants
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record OwnPreset(Preset preset, long version, long holders) {}
