package dev.userdeck.internal.password;

import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which foreign settings of Argon2 may be used. password4j keeps the memory of each set of settings that it was ever asked
 * for, and threads for it, as long as the JVM runs. So what all of them need together is bounded: an import has a few sets
 * of settings, and rows that each have their own can't fill the heap.
 */
final class Argon2Memory {
    private static final Logger LOG = LoggerFactory.getLogger(Argon2Memory.class);
    private static final int MOST_SETS = 16;
    private static final Set<Kept> KEPT = new HashSet<>();

    private record Kept(Argon2Hash.Settings settings, int length) {}

    private Argon2Memory() {}

    static synchronized boolean mayUse(Argon2Hash.Settings settings, int length) {
        var wanted = new Kept(settings, length);
        if (KEPT.contains(wanted)) {
            return true;
        }
        long kept = KEPT.stream().mapToLong(one -> one.settings().memory()).sum();
        long most = Math.max(settings.memory(), Runtime.getRuntime().maxMemory() / 1024 / 4);
        if (KEPT.size() >= MOST_SETS || kept + settings.memory() > most) {
            LOG.warn("A password can't be checked: its hash has Argon2 settings of its own, as have too many others");
            return false;
        }
        return KEPT.add(wanted);
    }
}
