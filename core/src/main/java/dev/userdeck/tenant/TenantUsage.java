package dev.userdeck.tenant;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.paging.CappedCount;
import org.apiguardian.api.API;

/**
 * The things that hang on a tenant, each counted up to 100,000.
 *
 * @param users how many users it has
 * @param onlyHere how many of them are in no other tenant
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record TenantUsage(CappedCount users, CappedCount onlyHere) {}
