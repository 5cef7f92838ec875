package dev.userdeck.audit;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * What happened: the actions that Userdeck itself records, named {@code component.what-happened}. Recipes list theirs in
 * a class of their own; yours are any other {@link NewAuditEvent#action()}.
 *
 * <p>Where no user is named, the event is about none. One about a user is in all tenants that the user is in, unless
 * another tenant is named. An event of a bulk job's has the job's id as the change {@code job}, beside those named here.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class AuditActions {

    /** Somebody signed up, and is the actor from then on. Changes: the fields that the user came with. */
    public static final String USER_SIGNED_UP = "user.signed-up";

    /**
     * So many tried to sign up within an hour that further ones are refused until it is over; once in that hour, by whoever was
     * the last. About no user and in no tenant. Changes: {@code perAddress} or {@code inAll}, how many there may be.
     */
    public static final String USER_SIGN_UPS_LIMITED = "user.sign-ups-limited";

    /**
     * A user was created by an operator or the app. Changes: the fields that the user came with. One made by
     * {@link #USER_LOGIN_UNLINKED} has the other user's id as target, and the change {@code login}.
     */
    public static final String USER_CREATED = "user.created";

    /** A user was created by an import. The actor is who imported; the tenants, the user's. Target: the import's name. */
    public static final String USER_IMPORTED = "user.imported";

    /**
     * An import changed what there was of a user: profile, ways to sign in, tenants, or what a recipe keeps. Actor, tenants and
     * target as of {@link #USER_IMPORTED}.
     */
    public static final String USER_CHANGED_BY_IMPORT = "user.changed-by-import";

    /** The name, email, phone or external id changed. Changes: each of those that did. */
    public static final String USER_UPDATED = "user.updated";

    /** Barred from signing in, or barred otherwise. Changes: {@code reason}, {@code until}. */
    public static final String USER_SUSPENDED = "user.suspended";

    /** Let in again before the suspension was over. Changes: {@code reason}, which is gone. */
    public static final String USER_ACTIVATED = "user.activated";

    /** Deleted, with all that recipes kept of the user. Events from before lose what is personal. */
    public static final String USER_DELETED = "user.deleted";

    /**
     * Two users became one. The user is who is left, the target the id of the other. Changes: the fields that came, and
     * as {@code from.…} those of the other that are gone.
     */
    public static final String USER_MERGED = "user.merged";

    /** An invitation was made: a link by which an invited user chooses a password. */
    public static final String USER_INVITED = "user.invited";

    /** Signed in with a password. The actor is the user; the tenant, that of the sign-in. */
    public static final String USER_SIGNED_IN = "user.signed-in";

    /**
     * A sign-in with a password was refused. The user is there if the email is somebody's; the tenant is that of the
     * sign-in. Changes: {@code reason}, where the tenant forbids passwords.
     */
    public static final String USER_SIGN_IN_FAILED = "user.sign-in-failed";

    /** An operator or the app set a password. */
    public static final String USER_PASSWORD_SET = "user.password-set";

    /** Changed by the user, who knew the one before. */
    public static final String USER_PASSWORD_CHANGED = "user.password-changed";

    /** A signed-in user wanted to change it, but gave a wrong one as the one before. */
    public static final String USER_PASSWORD_CHANGE_FAILED = "user.password-change-failed";

    /** Somebody said that this user has forgotten the password, and a link was mailed. */
    public static final String USER_PASSWORD_FORGOTTEN = "user.password-forgotten";

    /** An operator or the app had a link made by which the user chooses a new password. */
    public static final String USER_PASSWORD_LINK_MADE = "user.password-link-made";

    /** A new password was chosen by such a link. The actor is the user. */
    public static final String USER_PASSWORD_RESET = "user.password-reset";

    /** One more way to sign in. Target: the login method's id. Changes: {@code login}. */
    public static final String USER_LOGIN_LINKED = "user.login-linked";

    /** One way to sign in less. Target: the login method's id. Changes: {@code login}. */
    public static final String USER_LOGIN_REMOVED = "user.login-removed";

    /**
     * A login method became a user of its own. The user is who had it, the target the id of the new one. Changes:
     * {@code login}, and the fields that went with it.
     */
    public static final String USER_LOGIN_UNLINKED = "user.login-unlinked";

    /** Became a member of the tenant, which is the event's only one. */
    public static final String USER_TENANT_ADDED = "user.tenant-added";

    /** Is no member of the tenant any more, which is the event's only one. */
    public static final String USER_TENANT_REMOVED = "user.tenant-removed";

    /** Became a member of this tenant, the event's only one, as another one was deleted. */
    public static final String USER_TENANT_MOVED = "user.tenant-moved";

    /** A session began. The actor is the user; the tenant, the session's. Target: its handle. */
    public static final String SESSION_CREATED = "session.created";

    /** The user signed out. The tenant is the session's. Target: its handle. */
    public static final String SESSION_SIGNED_OUT = "session.signed-out";

    /** One session was ended before its time. The tenant is the session's. Target: its handle. */
    public static final String SESSION_REVOKED = "session.revoked";

    /** Sessions of a user were ended, all or all but one: an event for each tenant. Changes: {@code sessions}. */
    public static final String SESSION_ALL_REVOKED = "session.all-revoked";

    /** The sessions of all users of a tenant were ended: an event for each batch. Changes: {@code sessions}. */
    public static final String SESSION_EVERYONE_REVOKED = "session.everyone-revoked";

    /** Ended, as a token that had been replaced was used again. The tenant is the session's. Target: its handle. */
    public static final String SESSION_THEFT_DETECTED = "session.theft-detected";

    /** A tenant was created, which is the event's. Changes: {@code name}. */
    public static final String TENANT_CREATED = "tenant.created";

    /** A tenant has another name. Changes: {@code name}. */
    public static final String TENANT_RENAMED = "tenant.renamed";

    /** A tenant is gone. What became of its users are events of theirs. */
    public static final String TENANT_DELETED = "tenant.deleted";

    /** A tenant allows a sign-in method again. Target: the method, as {@code password}. */
    public static final String TENANT_METHOD_ALLOWED = "tenant.method-allowed";

    /** A tenant forbids a sign-in method. Target: the method, as {@code password}. */
    public static final String TENANT_METHOD_FORBIDDEN = "tenant.method-forbidden";

    /** A mail that had failed is to be sent once more. The user is whom it is for, if one. Target: the kind of mail. */
    public static final String MAIL_SENT_AGAIN = "mail.sent-again";

    /** All mails that had failed are to be sent once more: an event for each batch, in no tenant. Changes: {@code mails}. */
    public static final String MAIL_ALL_SENT_AGAIN = "mail.all-sent-again";

    /** A bulk job was started. In no tenant, as all of jobs. Target: the job's id. Changes: {@code action}. */
    public static final String BULK_STARTED = "bulk.started";

    /** An operator paused a bulk job. Target and changes as of {@link #BULK_STARTED}. */
    public static final String BULK_PAUSED = "bulk.paused";

    /** An operator let a paused bulk job go on. Target and changes as of {@link #BULK_STARTED}. */
    public static final String BULK_RESUMED = "bulk.resumed";

    /** An operator ended a bulk job before its time. Target and changes as of {@link #BULK_STARTED}. */
    public static final String BULK_CANCELLED = "bulk.cancelled";

    /** A bulk job came to its end. Target and changes as of {@link #BULK_STARTED}. */
    public static final String BULK_FINISHED = "bulk.finished";

    /** A bulk job gave up. Target and changes as of {@link #BULK_STARTED}, and {@code reason}. */
    public static final String BULK_STOPPED = "bulk.stopped";

    /**
     * Users were exported. In the tenants of the scope; in none if it was all. Target: the format. Changes:
     * {@code tenants}, where all who see the event may know them, and {@code passwordHashes} if the file has them.
     */
    public static final String DATA_EXPORTED = "data.exported";

    /**
     * Events of the audit trail were exported. In the tenants of the scope; in none if it was all. Target: the format.
     * Changes: {@code tenants}, {@code user}, where all who see the event may know them, and what else narrowed it:
     * {@code actor}, {@code action}, {@code from}, {@code to}.
     */
    public static final String DATA_AUDIT_EXPORTED = "data.audit-exported";

    /** All that is kept of one user was read. */
    public static final String DATA_READ = "data.read";

    /**
     * A part of an import was written, up to 500 users. In the tenants that they are in. Target: the import's name.
     * Changes: {@code created}, {@code updated}.
     */
    public static final String DATA_IMPORTED = "data.imported";

    /**
     * An operator started an import job. In no tenant, as all of jobs. Target: the job's id. Changes: {@code file}, the file's
     * name.
     */
    public static final String IMPORT_STARTED = "import.started";

    /**
     * An operator ended an import job before its time. Target as of {@link #IMPORT_STARTED}. Changes: {@code file}, and how many
     * were {@code created}, {@code updated} and {@code refused}.
     */
    public static final String IMPORT_CANCELLED = "import.cancelled";

    /** An import job came to its end. Target and changes as of {@link #IMPORT_CANCELLED}. */
    public static final String IMPORT_FINISHED = "import.finished";

    /** An import job gave up. Target and changes as of {@link #IMPORT_CANCELLED}, and {@code reason}. */
    public static final String IMPORT_STOPPED = "import.stopped";

    /** The first operator of the built-in login was made. In no tenant, as all sign-ins of operators. Target: the id. */
    public static final String OPERATOR_SET_UP = "operator.set-up";

    /**
     * An operator was invited. In no tenant, as all changes of operators. Target: the id. Changes: {@code operator}, what people
     * call the one it is about; {@code preset}; {@code tenants}, or an asterisk for all.
     */
    public static final String OPERATOR_INVITED = "operator.invited";

    /** A new link was made for somebody who was invited. Target: the id. Changes: {@code operator}. */
    public static final String OPERATOR_INVITED_AGAIN = "operator.invited-again";

    /** An invitation was accepted. The actor is the operator. Target: the id. */
    public static final String OPERATOR_ACCEPTED = "operator.accepted";

    /**
     * An operator may do something else, or somewhere else. Target: the id. Changes: {@code operator}, and those of {@code preset}
     * and {@code tenants} that did.
     */
    public static final String OPERATOR_ACCESS_CHANGED = "operator.access-changed";

    /** An operator can't sign in any more, and was signed out. Target: the id. Changes: {@code operator}. */
    public static final String OPERATOR_DISABLED = "operator.disabled";

    /** An operator can sign in again. Target: the id. Changes: {@code operator}. */
    public static final String OPERATOR_ENABLED = "operator.enabled";

    /** An operator is gone, or an invitation was taken back. Target: the id. Changes: {@code operator}. */
    public static final String OPERATOR_DELETED = "operator.deleted";

    /** An operator has another name. Target: the id. Changes: {@code name}. */
    public static final String OPERATOR_RENAMED = "operator.renamed";

    /** An operator reads in another language, or by another clock. Target: the id. Changes: {@code language}, {@code timeZone}. */
    public static final String OPERATOR_PREFERENCES_CHANGED = "operator.preferences-changed";

    /** Changed by the operator, who knew the one before. Target: the id. */
    public static final String OPERATOR_PASSWORD_CHANGED = "operator.password-changed";

    /** A link was made by which an operator chooses a new password. Target: the id. Changes: {@code operator}. */
    public static final String OPERATOR_RESET_LINK_MADE = "operator.reset-link-made";

    /** A new password was chosen by such a link. The actor is the operator. Target: the id. */
    public static final String OPERATOR_PASSWORD_RESET = "operator.password-reset";

    /** One session of an operator was ended before its time. Target: the operator's id. Changes: {@code operator}. */
    public static final String OPERATOR_SESSION_ENDED = "operator.session-ended";

    /** Sessions of an operator were ended, all or all but one. Target: the id. Changes: {@code operator}, {@code sessions}. */
    public static final String OPERATOR_ALL_SESSIONS_ENDED = "operator.all-sessions-ended";

    /** An operator has a further second factor. Target: the id. Changes: {@code factor}, what the operator calls it. */
    public static final String OPERATOR_FACTOR_ADDED = "operator.factor-added";

    /** An operator took an own second factor away. Target: the id. Changes: {@code factor}, what the operator called it. */
    public static final String OPERATOR_FACTOR_REMOVED = "operator.factor-removed";

    /**
     * All second factors and recovery codes of an operator were taken away, by somebody else or by the app. Target: the id. Changes:
     * {@code operator}.
     */
    public static final String OPERATOR_FACTORS_RESET = "operator.factors-reset";

    /** An operator has new recovery codes in place of those before. Target: the id. */
    public static final String OPERATOR_RECOVERY_CODES_RENEWED = "operator.recovery-codes-renewed";

    /** An operator gave a recovery code. Target: the id. Changes: {@code left}, how many remain. */
    public static final String OPERATOR_RECOVERY_CODE_USED = "operator.recovery-code-used";

    /** Somebody who knows the password of an operator gave a code that is wrong, or was used before. Target: the id. */
    public static final String OPERATOR_CODE_REFUSED = "operator.code-refused";

    /** A preset of one's own was made. In no tenant. Target: its id. Changes: {@code name}, {@code permissions}. */
    public static final String OPERATOR_PRESET_CREATED = "operator.preset-created";

    /**
     * A preset of one's own was renamed, or holds something else. In no tenant. Target: its id. Changes: {@code name}, and {@code
     * permissions} if these did.
     */
    public static final String OPERATOR_PRESET_CHANGED = "operator.preset-changed";

    /** A preset of one's own is gone. In no tenant. Target: its id. Changes: {@code name}, {@code permissions}. */
    public static final String OPERATOR_PRESET_DELETED = "operator.preset-deleted";

    /** An operator signed in. Target: the id. */
    public static final String OPERATOR_SIGNED_IN = "operator.signed-in";

    /** An operator signed out. Target: the id. */
    public static final String OPERATOR_SIGNED_OUT = "operator.signed-out";

    /** A sign-in of an operator was refused. Target: the id, if the email is an operator's. */
    public static final String OPERATOR_SIGN_IN_FAILED = "operator.sign-in-failed";

    /** A signed-in operator gave a wrong password where it was asked for once more. Target: the id. */
    public static final String OPERATOR_REAUTHENTICATION_FAILED = "operator.reauthentication-failed";

    /**
     * An operator may not do what was asked for. In the tenants of the operator's scope. Target: the route. Changes:
     * {@code reason}, {@code permission} if one is missing, and {@code before}: how many more of this kind came since the
     * last event.
     */
    public static final String OPERATOR_REFUSED = "operator.refused";

    /**
     * An API key was made. In no tenant, as all changes of keys. Target: its id. Changes: {@code key}, its name; {@code prefix}, what
     * its secret begins with; {@code permissions}; {@code tenants}, or an asterisk for all; {@code expires}.
     */
    public static final String API_KEY_CREATED = "api-key.created";

    /**
     * An API key has a new secret. Target: its id. Changes: {@code key}; {@code prefix}; {@code expires}; {@code overlap}, until when
     * the secret before is good, if it is.
     */
    public static final String API_KEY_ROTATED = "api-key.rotated";

    /** An API key was ended, for good. Target: its id. Changes: {@code key}. */
    public static final String API_KEY_REVOKED = "api-key.revoked";

    private AuditActions() {}
}
