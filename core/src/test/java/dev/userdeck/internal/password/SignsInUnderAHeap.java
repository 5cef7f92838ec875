package dev.userdeck.internal.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.data.DataFormat;
import dev.userdeck.data.ImportListener;
import dev.userdeck.data.RefusedRow;
import dev.userdeck.data.UserImport;
import dev.userdeck.error.BusyException;
import dev.userdeck.user.CreateUserResult;
import dev.userdeck.user.NewUser;
import dev.userdeck.user.SignInResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Signs users in who came with one hash or another: in this order and in the other, twice, and all at once. Who is told that
 * all are busy tries again, for a while.
 */
final class SignsInUnderAHeap {
    /** The parameters that Firebase's own scrypt tool has for an example. */
    private static final String SIGNER_KEY =
            "jxspr8Ki0RYycVU8zykbdLGjFQ3McFUH0uiiTvC8pVMXAn210wjLNmdZJzxUECKbm0QsEmYUSDzZvpjeJ9WmXA==";

    /** By libargon2; more than a third of a small heap. */
    private static final String TOO_LARGE =
            "$argon2id$v=19$m=262144,t=1,p=1$/SnABP1hRhBlL3HGZ1kD/g" + "$GfODejjBZqHtMSu/lt/4RKZmwf7Kp+FMZHK7Uwb6ehU";

    /** Much longer than all the others together need: who is told to try again for as long is kept out. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Userdeck userdeck;
    private int count;

    private record Candidate(String email, String password) {}

    private static final class Printed implements ImportListener {
        @Override
        public void refused(RefusedRow row) {
            System.out.println(row.row() + " " + row.errors().get(0).code());
        }
    }

    private SignsInUnderAHeap(Userdeck userdeck) {
        this.userdeck = userdeck;
    }

    /** Each argument is a hash, a space, and the password. */
    public static void main(String[] hashes) throws Exception {
        try (Userdeck userdeck = Userdeck.builder()
                .inMemory()
                .firebaseScrypt(SIGNER_KEY, "Bw==", 8, 14)
                .start()) {
            new SignsInUnderAHeap(userdeck).run(hashes);
        }
    }

    private void run(String[] hashes) throws IOException, InterruptedException {
        refuseWhatIsTooLarge();
        List<String> order = new ArrayList<>(List.of(hashes));
        for (int round = 0; round < 2; round++) {
            inTurn(create(order));
            Collections.reverse(order);
            inTurn(create(order));
            Collections.reverse(order);
        }
        atOnce(create(
                Collections.nCopies(3, order).stream().flatMap(List::stream).toList()));
        System.out.println(count + " signed in");
    }

    private List<Candidate> create(List<String> hashes) {
        List<Candidate> candidates = new ArrayList<>();
        for (String hash : hashes) {
            int space = hash.indexOf(' ');
            String email = "user" + count++ + "@example.org";
            CreateUserResult result = userdeck.users()
                    .create(NewUser.withEmail(email).passwordHash(hash.substring(0, space)), Actor.system());
            if (!(result instanceof CreateUserResult.Created)) {
                throw new IllegalStateException(result.toString());
            }
            candidates.add(new Candidate(email, hash.substring(space + 1)));
        }
        return candidates;
    }

    private void inTurn(List<Candidate> candidates) {
        candidates.forEach(this::right);
    }

    private void atOnce(List<Candidate> candidates) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        for (Candidate candidate : candidates) {
            var thread = new Thread(() -> {
                wrong(candidate);
                right(candidate);
            });
            thread.setUncaughtExceptionHandler((which, failure) -> failures.add(failure));
            threads.add(thread);
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException("Not all signed in", failures.get(0));
        }
    }

    private void right(Candidate who) {
        SignInResult result = retried(who.email(), who.password());
        if (!(result instanceof SignInResult.SignedIn)) {
            throw new IllegalStateException(who.email() + " is kept out: " + result);
        }
    }

    private void wrong(Candidate who) {
        SignInResult result = retried(who.email(), who.password() + "?");
        if (!(result instanceof SignInResult.Refused)) {
            throw new IllegalStateException(who.email() + " is not kept out: " + result);
        }
    }

    private SignInResult retried(String email, String password) {
        long start = System.nanoTime();
        while (true) {
            try {
                return userdeck.users().signIn(email, password);
            } catch (BusyException e) {
                if (System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw new IllegalStateException(email + " is told to try again, and again", e);
                }
                Thread.onSpinWait();
            }
        }
    }

    private void refuseWhatIsTooLarge() throws IOException {
        var refused = (CreateUserResult.Refused)
                userdeck.users().create(NewUser.withEmail("large@example.org").passwordHash(TOO_LARGE), Actor.system());
        System.out.println(refused.errors().get(0).code());
        String row = "{\"email\":\"large@example.org\",\"passwordHash\":\"" + TOO_LARGE + "\"}";
        userdeck.data()
                .importUsers(
                        new ByteArrayInputStream(row.getBytes(UTF_8)),
                        UserImport.of(DataFormat.JSON_LINES),
                        new Printed(),
                        Actor.system());
    }
}
