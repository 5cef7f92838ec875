package dev.userdeck.internal.user.store;

import dev.userdeck.internal.user.search.IndexedUser;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.User;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whatever names a user's address when somebody gives it to another one is what the user is found by. */
public final class Indexing {
    private Indexing() {}

    public static List<IndexedUser> of(Collection<User> users) {
        return users.stream().map(Indexing::of).toList();
    }

    /** A user with all of that. */
    public static IndexedUser of(User user) {
        var addresses = new LinkedHashSet<String>();
        var phones = new ArrayList<String>();
        all(user.email(), user.loginMethods().stream().map(LoginMethod::email))
                .map(email -> EmailAddress.parse(email).orElseThrow())
                .forEach(email -> addresses.addAll(email.spellings()));
        all(user.phone(), user.loginMethods().stream().map(LoginMethod::phone)).forEach(phone -> {
            addresses.add(phone);
            addresses.add(PhoneNumber.nationalDigits(phone));
            phones.add(phone.substring(1));
        });
        return new IndexedUser(user, List.copyOf(addresses), phones);
    }

    private static Stream<String> all(@Nullable String own, Stream<@Nullable String> ofMethods) {
        return Stream.concat(Stream.of(own).flatMap(Stream::ofNullable), ofMethods.filter(Objects::nonNull))
                .distinct();
    }
}
