package dev.userdeck.internal.session;

/** What the secret that a client sent is to the session that its selector names. */
enum SessionSecret {
    /** The one to use. */
    CURRENT,
    /** The one before, while it is good. */
    PREVIOUS,
    /** One that was replaced and is good no more: a copy. */
    REPLACED,
    /** None of this session's. */
    UNKNOWN
}
