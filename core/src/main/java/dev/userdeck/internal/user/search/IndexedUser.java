package dev.userdeck.internal.user.search;

import dev.userdeck.user.User;
import java.util.List;

/**
 * A user with all that is found by a search.
 *
 * @param addresses emails and phones in all forms that somebody may type, each one word
 * @param phones the digits of the phones, which are found from their end too
 */
public record IndexedUser(User user, List<String> addresses, List<String> phones) {

    /** Copies the lists. */
    public IndexedUser {
        addresses = List.copyOf(addresses);
        phones = List.copyOf(phones);
    }
}
