package dev.userdeck.actor;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The one who does something, as the audit trail names them.
 *
 * @param kind what sort of actor
 * @param id the actor's id, null for the system and for someone not signed in
 * @param name what people see, null for someone not signed in; only operators and API keys have one stored
 * @param ip the client's address as text, null when not known
 * @param userAgent what the client says it is, as in the header {@code User-Agent}; null when not known
 * @param job the id of the {@linkplain dev.userdeck.bulk.BulkJob job} that it is part of, null for none; audit events keep
 *     it as the change {@code job}
 * @param languages what the client reads, best first, as in the header {@code Accept-Language}; empty when not known. Not
 *     kept in the audit trail
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Actor(
        Kind kind,
        @Nullable String id,
        @Nullable String name,
        @Nullable String ip,
        @Nullable String userAgent,
        @Nullable String job,
        List<Locale> languages) {

    /** The sorts of actors. */
    public enum Kind {
        /** The app itself: a job, a script, a call without a person behind it. */
        SYSTEM,
        /** An end user. */
        USER,
        /** Someone who is not signed in. */
        ANONYMOUS,
        /** A person who works in the dashboard. */
        OPERATOR,
        /** A program that calls the API of the dashboard by a key. */
        API_KEY
    }

    /** Checks that the kind is there, and copies the list. */
    public Actor {
        Objects.requireNonNull(kind, "kind");
        languages = List.copyOf(languages);
    }

    /** The app itself. */
    public static Actor system() {
        return new Actor(Kind.SYSTEM, null, null, null, null, null, List.of());
    }

    /** Someone who is not signed in. */
    public static Actor anonymous() {
        return new Actor(Kind.ANONYMOUS, null, null, null, null, null, List.of());
    }

    /** The end user with this id. */
    public static Actor user(String userId) {
        return new Actor(Kind.USER, userId, null, null, null, null, List.of());
    }

    /** An operator of the dashboard. */
    public static Actor operator(String operatorId, String name) {
        return new Actor(Kind.OPERATOR, operatorId, name, null, null, null, List.of());
    }

    /** A program with this {@linkplain dev.userdeck.apikey.ApiKey API key}. */
    public static Actor apiKey(String keyId, String name) {
        return new Actor(Kind.API_KEY, keyId, name, null, null, null, List.of());
    }

    /** The same actor, calling from this address. */
    public Actor ip(@Nullable String clientIp) {
        return new Actor(kind, id, name, clientIp, userAgent, job, languages);
    }

    /** The same actor, calling with this device. */
    public Actor userAgent(@Nullable String userAgent) {
        return new Actor(kind, id, name, ip, userAgent, job, languages);
    }

    /** The same actor, reading these languages, best first. */
    public Actor languages(List<Locale> read) {
        return new Actor(kind, id, name, ip, userAgent, job, read);
    }

    /** Whether it is a user who acts, signed in or not, and not somebody who works for the app. */
    public boolean isUser() {
        return kind == Kind.USER || kind == Kind.ANONYMOUS;
    }

    /** The same actor, calling from the address and with the device and languages of {@code other}. */
    public Actor withClientOf(Actor other) {
        return new Actor(kind, id, name, other.ip, other.userAgent, job, other.languages);
    }

    /** The same actor, by way of this job. */
    public Actor job(String newJob) {
        return new Actor(kind, id, name, ip, userAgent, newJob, languages);
    }
}
