package dev.userdeck.operator;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.actor.Actor;
import dev.userdeck.paging.Page;
import dev.userdeck.tenant.Scope;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Who the built-in operators are, and what they may do. Safe for use by many threads.
 *
 * <p>Changes take the access of who asks: nobody gives a permission or a tenant that they lack, nor changes somebody who has one
 * that they lack. The app itself passes {@link Access#full}. There is always an owner of all tenants who can sign in: the last
 * one can't be lowered, disabled or deleted, by two calls at once neither. Such changes are made one at a time, on all nodes
 * together, and count at the operator's next request. Each is told to the audit trail.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface OperatorAccounts {

    /**
     * Lists operators by name.
     *
     * @throws dev.userdeck.paging.InvalidCursorException if the cursor was not made by the same query
     */
    Page<OperatorAccount> list(OperatorQuery query);

    /** Counts the operators that a query lists, on all its pages. */
    long count(OperatorQuery query);

    /** Finds an operator who works in no tenant beyond {@code scope}. */
    Optional<OperatorAccount> find(String operatorId, Scope scope);

    /** Finds an operator by the address to sign in with, in any case. */
    Optional<OperatorAccount> findByEmail(String email);

    /** Tells whether someone with the access {@code caller} may change this operator. */
    boolean mayChange(OperatorAccount account, Access caller);

    /** Tells whether someone with the access {@code caller} may give {@code access} to others. */
    boolean mayGive(Access access, Access caller);

    /**
     * Creates an operator who can't sign in yet, and makes a link to accept by.
     *
     * @param caller what the caller may do
     */
    InviteOperatorResult invite(NewInvitation invitation, Access caller, Actor actor);

    /**
     * Changes what an operator may do, and in which tenants.
     *
     * @param caller what the caller may do
     */
    ChangeOperatorResult changeAccess(String operatorId, Access access, Access caller, Actor actor);

    /**
     * Keeps an operator out, ends all sessions and makes links void.
     *
     * @param caller what the caller may do
     */
    ChangeOperatorResult disable(String operatorId, Access caller, Actor actor);

    /**
     * Lets an operator in again, with the password from before.
     *
     * @param caller what the caller may do
     */
    ChangeOperatorResult enable(String operatorId, Access caller, Actor actor);

    /**
     * Deletes an operator, or takes an invitation back. Audit events stay.
     *
     * @param caller what the caller may do
     */
    ChangeOperatorResult delete(String operatorId, Access caller, Actor actor);

    /**
     * Gives an operator another name, which is for this person alone to choose.
     *
     * @param name what people see, 1 to 255 characters
     */
    ChangeOperatorResult rename(String operatorId, String name, Actor actor);

    /**
     * Changes language and time zone of an operator, which are for this person alone to choose. Mails to the operator are in
     * that language, too, where there are words in it.
     */
    ChangeOperatorResult changePreferences(String operatorId, OperatorPreferences preferences, Actor actor);
}
