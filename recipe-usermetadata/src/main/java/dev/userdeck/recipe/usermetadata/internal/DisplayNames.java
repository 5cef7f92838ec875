package dev.userdeck.recipe.usermetadata.internal;

import dev.userdeck.actor.Actor;
import dev.userdeck.tenant.Scope;
import dev.userdeck.text.PlainText;
import dev.userdeck.user.User;
import dev.userdeck.user.UserChange;
import dev.userdeck.user.UserId;
import dev.userdeck.user.Users;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives users the name that is in their metadata, {@code first_name} and {@code last_name}: as long as they have none, or
 * still the one that came from there. Metadata may hold anything; a name that hides something is not taken from it.
 */
final class DisplayNames {
    private final Users users;

    DisplayNames(Users users) {
        this.users = users;
    }

    /** After a change of the metadata of a user whose row is locked. A name that can't be one leaves the user's alone. */
    void follow(UserId id, Document before, Document after, Actor actor) {
        String old = nameIn(before);
        String fresh = nameIn(after);
        if (Objects.equals(old, fresh)) {
            return;
        }
        Optional<User> user = users.find(id);
        if (user.isPresent() && (user.get().name() == null || user.get().name().equals(old))) {
            users.update(id, UserChange.unconditional().name(fresh), Scope.all(), actor);
        }
    }

    /** The name in metadata; null if there is none. */
    static @Nullable String nameIn(Document document) {
        String name = Stream.of("first_name", "last_name")
                .map(document::text)
                .flatMap(Optional::stream)
                .map(PlainText::tidy)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? null : name;
    }
}
