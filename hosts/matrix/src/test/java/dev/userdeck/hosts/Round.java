package dev.userdeck.hosts;

import org.junit.jupiter.api.Assumptions;

/** How much is run: all, or with the system property {@code userdeck.hosts} set to {@code quick} what takes two minutes. */
final class Round {
    private static final boolean QUICK =
            System.getProperty("userdeck.hosts", "").equals("quick");

    private Round() {}

    static boolean isQuick() {
        return QUICK;
    }

    /** Skips the test in the quick round, and says so. */
    static void leaveOutOfTheQuickOne(String what) {
        if (QUICK) {
            System.out.println("Userdeck tests SKIP " + what + ": userdeck.hosts is quick");
            Assumptions.abort("userdeck.hosts is quick");
        }
    }
}
