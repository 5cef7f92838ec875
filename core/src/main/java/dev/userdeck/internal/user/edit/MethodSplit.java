package dev.userdeck.internal.user.edit;

import dev.userdeck.error.FieldError;
import dev.userdeck.internal.user.store.Identifiers;
import dev.userdeck.internal.user.store.UserCopies;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import dev.userdeck.user.UserStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a user and a login method when they part. An address goes with the method, unless another method of the
 * user has it too; then the host's login goes without.
 *
 * @param remaining the user without the method
 * @param created the user of the method alone
 */
record MethodSplit(User remaining, User created) {

    static Optional<FieldError> refusal(User user, LoginMethod method) {
        if (user.loginMethods().size() == 1) {
            return refusal("last-method", "This is the user's last login method.");
        }
        if (user.status() == UserStatus.SUSPENDED) {
            return refusal("user-suspended", "Activate the user first: the new one could sign in.");
        }
        boolean isShared = isShared(user, method, MethodSplit::key) || isShared(user, method, LoginMethod::phone);
        return isShared && method.kind() != LoginMethod.Kind.EXTERNAL
                ? refusal("address-shared", "The user signs in with this address in another way, too.")
                : Optional.empty();
    }

    private static Optional<FieldError> refusal(String code, String message) {
        return Optional.of(new FieldError("method", code, message));
    }

    static MethodSplit of(User user, LoginMethod method, UserId newId, Instant now) {
        List<LoginMethod> rest = without(user, method);
        LoginMethod moved = UserCopies.with(
                method,
                isShared(user, method, MethodSplit::key) ? null : method.email(),
                isShared(user, method, LoginMethod::phone) ? null : method.phone());
        String own = user.email() == null ? null : Identifiers.key(user.email());
        boolean emailGoes = own != null && own.equals(key(moved));
        boolean phoneGoes = user.phone() != null && user.phone().equals(moved.phone());
        User remaining = UserCopies.with(
                user,
                user.name(),
                emailGoes ? first(rest, LoginMethod::email) : user.email(),
                phoneGoes ? first(rest, LoginMethod::phone) : user.phone(),
                user.externalId(),
                rest);
        User created = new User(
                newId,
                user.name(),
                moved.email(),
                moved.phone(),
                null,
                UserStatus.ACTIVE,
                null,
                now,
                null,
                false,
                1,
                user.tenants(),
                List.of(moved));
        return new MethodSplit(remaining, created);
    }

    private static boolean isShared(User user, LoginMethod method, Function<LoginMethod, @Nullable String> address) {
        String own = address.apply(method);
        return own != null && without(user, method).stream().anyMatch(other -> own.equals(address.apply(other)));
    }

    private static @Nullable String key(LoginMethod method) {
        return method.email() == null ? null : Identifiers.key(method.email());
    }

    private static @Nullable String first(List<LoginMethod> methods, Function<LoginMethod, @Nullable String> address) {
        return methods.stream()
                .map(address)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The methods that stay. */
    static List<LoginMethod> without(User user, LoginMethod method) {
        return user.loginMethods().stream()
                .filter(other -> !other.id().equals(method.id()))
                .toList();
    }
}
