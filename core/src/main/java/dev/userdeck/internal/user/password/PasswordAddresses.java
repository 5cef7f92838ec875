package dev.userdeck.internal.user.password;

import dev.userdeck.internal.user.store.Identifiers;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.LoginMethod.Kind;
import dev.userdeck.user.User;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which of a user's addresses a password goes with. Those of the host's logins are for the host to vouch for. */
final class PasswordAddresses {
    private PasswordAddresses() {}

    /** All that it may go with, the one that it would first. */
    static Set<String> of(User user) {
        var all = new LinkedHashSet<String>();
        ofMethods(user, Kind.PASSWORD).forEach(all::add);
        Optional.ofNullable(user.email()).ifPresent(all::add);
        ofMethods(user, Kind.PASSWORDLESS).forEach(all::add);
        return all;
    }

    static Optional<String> first(User user) {
        return of(user).stream().findFirst();
    }

    /** The user's spelling of an address that it may go with. */
    static Optional<String> find(User user, String key) {
        return of(user).stream()
                .filter(email -> Identifiers.key(email).equals(key))
                .findFirst();
    }

    /** The same of an address that the user signs in with; or that an invited one will. */
    static Optional<String> findOwn(User user, String key) {
        boolean isOwn = user.loginMethods().isEmpty()
                || Stream.concat(ofMethods(user, Kind.PASSWORD), ofMethods(user, Kind.PASSWORDLESS))
                        .anyMatch(email -> Identifiers.key(email).equals(key));
        return isOwn ? find(user, key) : Optional.empty();
    }

    private static Stream<String> ofMethods(User user, Kind kind) {
        return user.loginMethods().stream()
                .filter(method -> method.kind() == kind)
                .map(LoginMethod::email)
                .flatMap(Stream::ofNullable);
    }
}
