package dev.userdeck.internal.session;

import dev.userdeck.recipe.spi.SessionGate;
import dev.userdeck.session.GateRefusal;
import dev.userdeck.session.Session;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Asks the recipes whether a session may be used; the first that refuses ends it, and so does one that throws. */
final class Gates {
    private final List<SessionGate> all = new CopyOnWriteArrayList<>();

    void add(List<SessionGate> more) {
        all.addAll(more);
    }

    Optional<GateRefusal> check(Session session) {
        for (SessionGate gate : all) {
            Optional<GateRefusal> refusal = gate.check(session);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }
}
