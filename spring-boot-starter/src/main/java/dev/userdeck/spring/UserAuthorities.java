package dev.userdeck.spring;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.session.Session;
import java.util.Collection;
import org.apiguardian.api.API;
import org.springframework.security.core.GrantedAuthority;

/**
 * Says what a user who is signed in may do, in the words of Spring Security. A bean of this type replaces the starter's,
 * which gives each permission of the user's roles as it is, and each role as {@code ROLE_<role>}, of the session's tenant.
 *
 * <p>Asked at most once with each request, when Spring first wants to know. What it throws reaches whoever asked.
 */
@API(status = EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface UserAuthorities {

    /** The authorities of the user in this session. */
    Collection<? extends GrantedAuthority> of(Session session);
}
