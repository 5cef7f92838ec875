package dev.userdeck.internal.user.store;

import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.User;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Users and login methods like another one, save for something. */
public final class UserCopies {
    private UserCopies() {}

    public static User with(
            User user,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String externalId,
            List<LoginMethod> methods) {
        return new User(
                user.id(),
                name,
                email,
                phone,
                externalId,
                user.status(),
                user.suspension(),
                user.joinedAt(),
                user.lastSeenAt(),
                user.lastSeenImported(),
                user.version(),
                user.tenants(),
                methods);
    }

    public static User with(User user, List<LoginMethod> methods) {
        return with(user, user.name(), user.email(), user.phone(), user.externalId(), methods);
    }

    public static User in(User user, Set<TenantId> tenants) {
        return new User(
                user.id(),
                user.name(),
                user.email(),
                user.phone(),
                user.externalId(),
                user.status(),
                user.suspension(),
                user.joinedAt(),
                user.lastSeenAt(),
                user.lastSeenImported(),
                user.version(),
                tenants,
                user.loginMethods());
    }

    public static LoginMethod with(LoginMethod method, @Nullable String email, @Nullable String phone) {
        return new LoginMethod(
                method.id(), method.kind(), email, phone, method.provider(), method.subject(), method.createdAt());
    }
}
