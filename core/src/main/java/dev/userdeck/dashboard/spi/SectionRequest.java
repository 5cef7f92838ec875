package dev.userdeck.dashboard.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.operator.Operator;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.User;
import org.apiguardian.api.API;

/**
 * What the data of a user's section is made for.
 *
 * @param user whose page
 * @param scope the tenants to keep to
 * @param operator who looks
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record SectionRequest(User user, Scope scope, Operator operator) {}
