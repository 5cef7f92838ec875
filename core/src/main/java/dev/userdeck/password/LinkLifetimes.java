package dev.userdeck.password;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.time.Duration;
import org.apiguardian.api.API;

/**
 * The times for which links are good by which users choose a password.
 *
 * @param reset of a user who has a way in
 * @param invitation of one who has none yet
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record LinkLifetimes(Duration reset, Duration invitation) {}
