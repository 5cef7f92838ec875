package dev.userdeck.spring;

import dev.userdeck.session.Session;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.Transient;

/**
 * A user's session in the words of Spring Security, for one request: never kept in an HTTP session, where it would outlive
 * its end. What the user may do is read when somebody asks.
 */
@Transient
final class SessionAuthentication implements Authentication {
    private static final long serialVersionUID = 1L;

    private final transient Session session;
    private final transient UserAuthorities rules;
    private transient volatile @Nullable Collection<? extends GrantedAuthority> authorities;
    private boolean isAuthenticated = true;

    SessionAuthentication(Session session, UserAuthorities rules) {
        this.session = session;
        this.rules = rules;
    }

    /** The {@link Session}, for {@code @AuthenticationPrincipal}. */
    @Override
    public Object getPrincipal() {
        return session;
    }

    /** The user's id. */
    @Override
    public String getName() {
        return session.userId().value();
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        Collection<? extends GrantedAuthority> known = authorities;
        if (known == null) {
            known = List.copyOf(rules.of(session));
            authorities = known;
        }
        return known;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public @Nullable Object getDetails() {
        return null;
    }

    @Override
    public boolean isAuthenticated() {
        return isAuthenticated;
    }

    @Override
    public void setAuthenticated(boolean authenticated) {
        if (authenticated) {
            throw new IllegalArgumentException("A session is verified by Userdeck alone");
        }
        isAuthenticated = false;
    }

    @Override
    public String toString() {
        return "Session of the user " + getName();
    }
}
