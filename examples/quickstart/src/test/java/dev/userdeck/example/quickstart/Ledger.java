package dev.userdeck.example.quickstart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What clients were answered, and what was under way when the app was killed, which may be there or not. */
final class Ledger {
    private final Map<String, Account> answered = new ConcurrentHashMap<>();
    private final Map<String, Account> underWay = new ConcurrentHashMap<>();
    private final AtomicInteger answers = new AtomicInteger();

    /** A user as they should be found. */
    record Account(String name, boolean isClerk, boolean isDeleted) {
        Account named(String newName) {
            return new Account(newName, isClerk, isDeleted);
        }

        Account clerk(boolean isOne) {
            return new Account(name, isOne, isDeleted);
        }

        Account deleted() {
            return new Account(name, isClerk, true);
        }
    }

    @Nullable
    Account of(String email) {
        return answered.get(email);
    }

    /** Before it is asked for. */
    void asking(String email, Account wanted) {
        underWay.put(email, wanted);
    }

    /** After the answer. */
    void answered(String email) {
        answered.put(email, Objects.requireNonNull(underWay.get(email)));
        underWay.remove(email);
        answers.incrementAndGet();
    }

    int answers() {
        return answers.get();
    }

    /** What is wrong with what was found after a kill; from then on, what was found counts. */
    List<String> compare(List<Map.Entry<String, Account>> found) {
        List<String> wrong = new ArrayList<>();
        Map<String, Account> rest = new HashMap<>();
        for (Map.Entry<String, Account> entry : found) {
            if (rest.put(entry.getKey(), entry.getValue()) != null) {
                wrong.add("doubled: " + entry.getKey());
            }
        }
        answered.forEach((email, account) -> {
            Account is = rest.remove(email);
            if (!isAs(account, is) && !isAs(underWay.get(email), is)) {
                wrong.add("lost: " + email + " should be " + account + ", is " + is);
            }
            settle(email, is);
        });
        rest.forEach((email, is) -> {
            if (!isAs(underWay.get(email), is)) {
                wrong.add("unasked for: " + email + " is " + is);
            }
            settle(email, is);
        });
        underWay.clear();
        return wrong;
    }

    private void settle(String email, @Nullable Account is) {
        if (is == null) {
            answered.remove(email);
        } else {
            answered.put(email, is);
        }
    }

    private static boolean isAs(@Nullable Account wanted, @Nullable Account is) {
        return wanted != null && (wanted.isDeleted() ? is == null : wanted.equals(is));
    }
}
