package dev.userdeck.spring;

import static java.util.stream.Collectors.toSet;

import dev.userdeck.dashboard.OperatorAuthenticator;
import dev.userdeck.operator.NotAnOperatorException;
import dev.userdeck.operator.Operator;
import dev.userdeck.operator.Preset;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Operators by the app's own login: who holds an authority that stands for a preset, and of several the highest. A user of
 * Userdeck is never one, whatever roles the dashboard gave: else who may assign roles could let anybody in.
 */
final class AuthorityOperators implements OperatorAuthenticator {
    private final Map<Preset, Set<String>> authorities;

    AuthorityOperators(Map<Preset, Set<String>> authorities) {
        this.authorities = Map.copyOf(authorities);
    }

    @Override
    public Optional<Operator> authenticate(HttpServletRequest request) {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (login == null || !login.isAuthenticated() || login instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        if (login instanceof SessionAuthentication) {
            throw new NotAnOperatorException();
        }
        Set<String> held = login.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(toSet());
        Preset preset = Preset.builtIn().stream()
                .filter(it -> !Collections.disjoint(authorities.getOrDefault(it, Set.of()), held))
                .reduce((low, high) -> high)
                .orElseThrow(() -> new NotAnOperatorException(login.getName()));
        return Optional.of(Operator.of(login.getName(), preset));
    }
}
