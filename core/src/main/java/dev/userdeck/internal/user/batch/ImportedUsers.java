package dev.userdeck.internal.user.batch;

import dev.userdeck.error.FieldError;
import dev.userdeck.internal.id.Ids;
import dev.userdeck.internal.password.PasswordHasher;
import dev.userdeck.internal.storage.StoredTime;
import dev.userdeck.internal.user.edit.UserCreation;
import dev.userdeck.internal.user.edit.UserFields;
import dev.userdeck.internal.user.store.EmailAddress;
import dev.userdeck.internal.user.store.JooqUserRows;
import dev.userdeck.internal.user.store.PhoneNumber;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.LoginMethodId;
import dev.userdeck.user.NewLogin;
import dev.userdeck.user.Suspension;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import dev.userdeck.user.UserStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes users of drafts, by the rules that hold for all users. */
public final class ImportedUsers {
    /** By how much the clock or the time zone of whoever wrote the file may differ. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final Clock clock;
    private final Ids ids;
    private final PasswordHasher hasher;

    /** Creates it. */
    public ImportedUsers(Clock clock, Ids ids, PasswordHasher hasher) {
        this.clock = clock;
        this.ids = ids;
        this.hasher = hasher;
    }

    /**
     * What is wrong with a draft, as far as it can be told without the database.
     *
     * @param mayBeThere whether an id alone may tell who is meant
     */
    public List<FieldError> check(UserDraft draft, boolean mayBeThere) {
        var errors = new ArrayList<FieldError>();
        if (draft.id() != null && !UserId.isValid(draft.id())) {
            errors.add(new FieldError("id", "id-invalid", "An id has 1 to 128 printable characters without spaces."));
        }
        UserFields.checkExternalId(draft.externalId()).ifPresent(errors::add);
        UserFields.checkName(draft.name()).ifPresent(errors::add);
        checkAddresses("", draft.email(), draft.phone(), errors);
        boolean hasLogin = draft.methods().stream().anyMatch(method -> method.kind() == LoginMethod.Kind.EXTERNAL);
        boolean isNamed = mayBeThere && (draft.id() != null || draft.externalId() != null);
        if (draft.email() == null && draft.phone() == null && !hasLogin && !isNamed) {
            errors.add(new FieldError("email", "email-missing", "An email, a phone or a login is needed."));
        }
        checkSuspension(draft.suspension(), errors);
        checkTime("joinedAt", draft.joinedAt(), errors);
        checkTime("lastSeenAt", draft.lastSeenAt(), errors);
        draft.methods().forEach(method -> checkMethod(method, errors));
        if (count(draft, LoginMethod.Kind.PASSWORD) > 1) {
            errors.add(new FieldError("loginMethods", "password-twice", "A user has one password."));
        }
        return errors;
    }

    private void checkSuspension(StatedSuspension suspension, List<FieldError> errors) {
        if (suspension.reason() != null) {
            UserFields.checkReason(suspension.reason())
                    .map(error -> new FieldError("suspension." + error.field(), error.code(), error.message()))
                    .ifPresent(errors::add);
        }
        checkTime("suspension.since", suspension.since(), errors);
    }

    private static long count(UserDraft draft, LoginMethod.Kind kind) {
        return draft.methods().stream().filter(method -> method.kind() == kind).count();
    }

    private static void checkAddresses(
            String prefix, @Nullable String email, @Nullable String phone, List<FieldError> errors) {
        if (email != null) {
            EmailAddress.check(prefix + "email", email).ifPresent(errors::add);
        }
        if (phone != null) {
            PhoneNumber.check(prefix + "phone", phone).ifPresent(errors::add);
        }
    }

    private void checkTime(String field, @Nullable Instant time, List<FieldError> errors) {
        if (time != null
                && (time.isBefore(Instant.EPOCH) || time.isAfter(clock.instant().plus(AHEAD)))) {
            errors.add(new FieldError(field, "time-invalid", "This happened in 1970 or later, and not in the future."));
        }
    }

    private void checkMethod(UserDraft.Method method, List<FieldError> errors) {
        String at = method.field();
        checkAddresses(at, method.email(), method.phone(), errors);
        checkTime(at + "createdAt", method.createdAt(), errors);
        switch (method.kind()) {
            case PASSWORD -> {
                if (method.email() == null) {
                    errors.add(new FieldError(at + "email", "email-missing", "A password needs an email."));
                }
                String hash = method.passwordHash();
                if (hash != null) {
                    hasher.refusal(hash)
                            .map(refusal -> refusal.at(at + "passwordHash"))
                            .ifPresent(errors::add);
                }
            }
            case PASSWORDLESS -> {
                if (method.email() == null && method.phone() == null) {
                    errors.add(new FieldError(
                            at + "email", "email-missing", "An email or a phone is needed for messages."));
                }
            }
            case EXTERNAL ->
                UserFields.checkLogin(NewLogin.of(orEmpty(method.provider()), orEmpty(method.subject()))).stream()
                        .map(error -> new FieldError(at + error.field(), error.code(), error.message()))
                        .forEach(errors::add);
        }
    }

    private static String orEmpty(@Nullable String text) {
        return JooqUserRows.orEmpty(text);
    }

    /**
     * A user to be written.
     *
     * @param user as a new user would be
     * @param hasOwnId whether the id is the file's
     * @param isNamed whether the name is the row's own; another one is for a user who has none
     * @param hashes of passwords, by the id of the method
     * @param said what else the row says itself
     */
    public record Incoming(User user, boolean hasOwnId, boolean isNamed, Map<String, String> hashes, Said said) {

        /** Whether there is nothing but an id to find the user by, so that nobody new can be made of it. */
        boolean isOfSomeoneThere() {
            return user.email() == null
                    && user.phone() == null
                    && user.loginMethods().stream().noneMatch(method -> method.kind() == LoginMethod.Kind.EXTERNAL);
        }
    }

    /**
     * What a row says itself, of what a new user has in any case.
     *
     * @param tenants whether it names some
     * @param joinedAt null for none said
     * @param lastSeenAt null for none said
     */
    public record Said(
            boolean tenants,
            StatedSuspension suspension,
            @Nullable Instant joinedAt,
            @Nullable Instant lastSeenAt) {}

    /** A user of a draft in which {@link #check} found nothing wrong. */
    public Incoming incoming(UserDraft draft) {
        Instant now = StoredTime.now(clock);
        Instant joined = joined(draft, now);
        Suspension suspension = draft.suspension().ofNewUser(now);
        boolean isNamed = !UserFields.name(draft.name()).isEmpty();
        String name = UserFields.name(isNamed ? draft.name() : fitting(draft.otherName()));
        var hashes = new HashMap<String, String>();
        var methods = new ArrayList<LoginMethod>();
        for (UserDraft.Method method : draft.methods()) {
            LoginMethod made = method(method, method.createdAt() == null ? joined : method.createdAt());
            methods.add(made);
            if (method.passwordHash() != null) {
                hashes.put(made.id().value(), method.passwordHash());
            }
        }
        var user = new User(
                new UserId(draft.id() == null ? ids.next() : draft.id()),
                name.isEmpty() ? null : name,
                draft.email() == null ? null : UserCreation.display(draft.email()),
                draft.phone() == null ? null : UserCreation.e164(draft.phone()),
                UserFields.externalId(draft.externalId()),
                status(draft, suspension),
                suspension,
                joined,
                draft.lastSeenAt(),
                draft.lastSeenAt() != null,
                1,
                draft.tenants(),
                methods);
        var said = new Said(draft.namesTenants(), draft.suspension(), draft.joinedAt(), draft.lastSeenAt());
        return new Incoming(user, draft.id() != null, isNamed, hashes, said);
    }

    /** As the row says, or else when the first of the login methods was made. */
    private static Instant joined(UserDraft draft, Instant now) {
        return draft.joinedAt() != null
                ? draft.joinedAt()
                : draft.methods().stream()
                        .map(UserDraft.Method::createdAt)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(now);
    }

    private static @Nullable String fitting(@Nullable String name) {
        return UserFields.checkName(name).isEmpty() ? name : null;
    }

    private static UserStatus status(UserDraft draft, @Nullable Suspension suspension) {
        if (suspension != null) {
            return UserStatus.SUSPENDED;
        }
        return draft.methods().isEmpty() && draft.lastSeenAt() == null ? UserStatus.INVITED : UserStatus.ACTIVE;
    }

    private LoginMethod method(UserDraft.Method method, Instant createdAt) {
        return new LoginMethod(
                new LoginMethodId(ids.next()),
                method.kind(),
                method.email() == null ? null : UserCreation.display(method.email()),
                method.phone() == null ? null : UserCreation.e164(method.phone()),
                method.provider(),
                method.subject(),
                createdAt);
    }
}
