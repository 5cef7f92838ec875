package dev.userdeck.dashboard.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.operator.Operator;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.User;
import org.apiguardian.api.API;

/**
 * A request for the data of a section of the user page.
 *
 * @param user whose page
 * @param scope the tenants to keep to
 * @param operator who looks
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record SectionRequest(User user, Scope scope, Operator operator) {}
