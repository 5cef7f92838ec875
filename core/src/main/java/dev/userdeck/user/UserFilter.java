package dev.userdeck.user;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A filter of users: all that is said here must hold. Start with {@link #none()}.
 *
 * @param search each word of it is found in the name, an email, a phone, the id or the external id. Case and accents don't
 *     count, nor which apostrophe or dash it is, nor characters that are not seen; else every character stands for itself.
 *     A text that is an address or a number, as it is typed or pasted, finds who has it. See {@link SearchMode} for which parts of a word find something; an id
 *     is found from its first eight characters on. Empty for no search
 * @param statuses any of these; empty for all
 * @param methods users with a login method of any of these kinds; empty for all
 * @param providers users with a login of any of these providers; empty for all
 * @param joinedFrom only who joined then or later, null for no bound
 * @param joinedTo only who joined before, null for no bound
 * @param seenFrom only who was last seen then or later, null for no bound
 * @param seenTo only who was last seen before, and was seen at all; null for no bound
 * @param activeSince only who signed in or used a session here then or later; what an imported file said doesn't count.
 *     Null for no bound
 * @param conditions what recipes ask for
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record UserFilter(
        String search,
        Set<UserStatus> statuses,
        Set<LoginMethod.Kind> methods,
        Set<String> providers,
        @Nullable Instant joinedFrom,
        @Nullable Instant joinedTo,
        @Nullable Instant seenFrom,
        @Nullable Instant seenTo,
        @Nullable Instant activeSince,
        List<UserCondition> conditions) {
    /** How long {@code text} may be. */
    public static final int MAX_TEXT = 500;

    /** How many words {@code text} may have. */
    public static final int MAX_WORDS = 10;

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** Digits, fewer than 30, and what may stand between those of a phone number. */
    private static final Pattern NUMBER = Pattern.compile("([^\\p{L}\\p{N}]*\\p{Nd}){7,29}[^\\p{L}\\p{N}]*");

    private static final UserFilter NONE =
            new UserFilter("", Set.of(), Set.of(), Set.of(), null, null, null, null, null, List.of());

    /**
     * Strips the text, and copies the collections.
     *
     * @throws IllegalArgumentException if the text is too long
     */
    public UserFilter {
        search = Objects.requireNonNull(search, "text").strip();
        if (search.length() > MAX_TEXT || wordsIn(search) > MAX_WORDS) {
            throw new IllegalArgumentException(
                    "A search has at most " + MAX_TEXT + " characters and " + MAX_WORDS + " words");
        }
        statuses = Set.copyOf(statuses);
        methods = Set.copyOf(methods);
        providers = Set.copyOf(providers);
        conditions = List.copyOf(conditions);
    }

    /** A number is one word, however it is grouped. */
    private static int wordsIn(String text) {
        return NUMBER.matcher(text).matches() ? 1 : SPACE.split(text).length;
    }

    /** Returns the filter that everybody passes. */
    public static UserFilter none() {
        return NONE;
    }

    /** The same, of users whom this finds. */
    public UserFilter search(String newText) {
        return new UserFilter(
                newText, statuses, methods, providers, joinedFrom, joinedTo, seenFrom, seenTo, activeSince, conditions);
    }

    /** The same, of users with any of these. */
    public UserFilter statuses(Collection<UserStatus> any) {
        return new UserFilter(
                search,
                Set.copyOf(any),
                methods,
                providers,
                joinedFrom,
                joinedTo,
                seenFrom,
                seenTo,
                activeSince,
                conditions);
    }

    /** The same, of users who sign in in any of these ways. */
    public UserFilter methods(Collection<LoginMethod.Kind> any) {
        return new UserFilter(
                search,
                statuses,
                Set.copyOf(any),
                providers,
                joinedFrom,
                joinedTo,
                seenFrom,
                seenTo,
                activeSince,
                conditions);
    }

    /** The same, of users with a login of any of these. */
    public UserFilter providers(Collection<String> any) {
        return new UserFilter(
                search,
                statuses,
                methods,
                Set.copyOf(any),
                joinedFrom,
                joinedTo,
                seenFrom,
                seenTo,
                activeSince,
                conditions);
    }

    /** The same, of users who joined from one moment, included, to another, not included; null for no bound. */
    public UserFilter joined(@Nullable Instant from, @Nullable Instant to) {
        return new UserFilter(
                search, statuses, methods, providers, from, to, seenFrom, seenTo, activeSince, conditions);
    }

    /** The same, of users last seen from one moment, included, to another, not included; null for no bound. */
    public UserFilter lastSeen(@Nullable Instant from, @Nullable Instant to) {
        return new UserFilter(
                search, statuses, methods, providers, joinedFrom, joinedTo, from, to, activeSince, conditions);
    }

    /** The same, of users who signed in or used a session here at this moment or later; null for no bound. */
    public UserFilter activeSince(@Nullable Instant from) {
        return new UserFilter(
                search, statuses, methods, providers, joinedFrom, joinedTo, seenFrom, seenTo, from, conditions);
    }

    /** The same, of users for whom this holds too. */
    public UserFilter matching(UserCondition condition) {
        var all = new ArrayList<>(conditions);
        all.add(condition);
        return new UserFilter(
                search, statuses, methods, providers, joinedFrom, joinedTo, seenFrom, seenTo, activeSince, all);
    }
}
