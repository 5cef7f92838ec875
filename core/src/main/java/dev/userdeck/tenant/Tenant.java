package dev.userdeck.tenant;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.time.Instant;
import org.apiguardian.api.API;

/**
 * A group of users that is kept apart from the others: the same email may be a different user in another tenant.
 *
 * @param id the id, never changes
 * @param name what people see, 1 to 255 characters
 * @param createdAt when it was created
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Tenant(TenantId id, String name, Instant createdAt) {}
