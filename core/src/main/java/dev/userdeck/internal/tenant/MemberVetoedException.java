package dev.userdeck.internal.tenant;

import dev.userdeck.error.Veto;

/** A recipe keeps a user in a tenant: undoes the transaction, and becomes a result outside of it. */
public final class MemberVetoedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Veto veto;

    /** Creates it; nobody looks at where it comes from. */
    public MemberVetoedException(Veto veto) {
        super(veto.code(), null, false, false);
        this.veto = veto;
    }

    Veto veto() {
        return veto;
    }
}
