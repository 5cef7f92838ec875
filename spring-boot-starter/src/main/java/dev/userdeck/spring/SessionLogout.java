package dev.userdeck.spring;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.servlet.SessionFilter;
import dev.userdeck.tenant.Scope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/** Whoever logs out of Spring Security is signed out of Userdeck, too. */
final class SessionLogout implements LogoutHandler {
    private final ObjectProvider<Userdeck> userdeck;

    SessionLogout(ObjectProvider<Userdeck> userdeck) {
        this.userdeck = userdeck;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        SessionFilter.session(request)
                .ifPresent(session -> userdeck.getObject()
                        .sessions()
                        .revoke(
                                session.userId(),
                                session.handle(),
                                Scope.of(session.tenant()),
                                Actor.user(session.userId().value())
                                        .ip(request.getRemoteAddr())
                                        .userAgent(request.getHeader("User-Agent"))));
    }
}
