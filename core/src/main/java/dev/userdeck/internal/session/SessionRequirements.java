package dev.userdeck.internal.session;

import dev.userdeck.recipe.spi.SessionRequirement;
import dev.userdeck.session.Session;
import dev.userdeck.session.UnmetRequirement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Asks the recipes whether a session may be used; the first that refuses ends it, and so does one that throws. */
final class SessionRequirements {
    private final List<SessionRequirement> all = new CopyOnWriteArrayList<>();

    void add(List<SessionRequirement> more) {
        all.addAll(more);
    }

    Optional<UnmetRequirement> check(Session session) {
        for (SessionRequirement requirement : all) {
            Optional<UnmetRequirement> refusal = requirement.check(session);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }
}
