package dev.userdeck.servlet.internal;

import dev.userdeck.actor.Actor;
import dev.userdeck.operator.Operator;
import dev.userdeck.session.Session;
import dev.userdeck.tenant.Scope;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a request.
 *
 * @param actor for the audit trail, with the client's address
 * @param scope what this caller may see
 * @param operator the operator, null for anyone else
 * @param session the end user's session, null for anyone else
 * @param proof throws the {@link dev.userdeck.http.spi.ProblemException} that asks an operator for fresh proof, unless
 *     there is some; null for who isn't asked
 */
public record Caller(
        Actor actor,
        Scope scope,
        @Nullable Operator operator,
        @Nullable Session session,
        @Nullable Runnable proof) {

    /** An operator of the dashboard who has nothing to prove. */
    public static Caller operator(Operator operator, @Nullable String ip) {
        return new Caller(operator.actor().ip(ip), operator.scope(), operator, null, null);
    }

    /** The same caller, who is asked for fresh proof in this way. */
    public Caller proof(Runnable check) {
        return new Caller(actor, scope, operator, session, check);
    }

    /** An end user with a good session; sees the session's tenant. */
    public static Caller user(Session session, @Nullable String ip) {
        Actor actor = Actor.user(session.userId().value()).ip(ip);
        return new Caller(actor, Scope.of(session.tenant()), null, session, null);
    }

    /** Someone not signed in, on routes for anyone. */
    public static Caller anonymous(Scope scope, @Nullable String ip) {
        return new Caller(Actor.anonymous().ip(ip), scope, null, null, null);
    }

    /** The same caller, with what the client says it is and reads. */
    Caller using(HttpServletRequest client) {
        Actor told = actor.userAgent(client.getHeader("User-Agent")).languages(AcceptLanguage.of(client));
        return new Caller(told, scope, operator, session, proof);
    }
}
