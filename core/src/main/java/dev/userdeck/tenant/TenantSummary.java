package dev.userdeck.tenant;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.paging.CappedCount;
import org.apiguardian.api.API;

/**
 * A tenant in a list.
 *
 * @param tenant the tenant
 * @param users how many users it has, counted up to 20,000
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record TenantSummary(Tenant tenant, CappedCount users) {}
