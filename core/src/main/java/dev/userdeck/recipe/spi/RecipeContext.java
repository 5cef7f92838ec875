package dev.userdeck.recipe.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.audit.AuditTrail;
import dev.userdeck.language.Languages;
import dev.userdeck.mail.Outbox;
import dev.userdeck.session.Sessions;
import dev.userdeck.tenant.Tenants;
import dev.userdeck.user.Users;
import java.time.Clock;
import java.util.Optional;
import org.apiguardian.api.API;

/** What Userdeck gives to a recipe. Its parts are safe for use by many threads and good until the recipe is closed. */
@API(status = EXPERIMENTAL, since = "0.1")
public interface RecipeContext {

    /** Returns the app's database. */
    Database database();

    /** What people call the app, for mails and pages; empty when the app didn't say. */
    Optional<String> appName();

    /** What time it is; the only source of it that a recipe should use. */
    Clock clock();

    /** Returns the users of the app. */
    Users users();

    /** Returns what creates, checks and ends the sessions of users. */
    Sessions sessions();

    /** Returns the tenants of the app. */
    Tenants tenants();

    /** Mail that goes out; written in the transaction that is open, sent after its commit. */
    Outbox outbox();

    /** In which languages users and operators are told something, as by mail. */
    Languages languages();

    /** What happened; write an event for each change. */
    AuditTrail audit();

    /**
     * Makes a service of this recipe available as {@code userdeck.recipe(type)}. To be called in {@link Recipe#start}.
     *
     * @throws IllegalArgumentException if another recipe exposes the same type
     */
    <T> void expose(Class<T> type, T service);

    /**
     * A service of a recipe that this one {@linkplain Recipe#requires requires}.
     *
     * @throws IllegalArgumentException if no recipe exposes it
     */
    <T> T service(Class<T> type);
}
