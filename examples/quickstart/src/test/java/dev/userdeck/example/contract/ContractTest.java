package dev.userdeck.example.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.userdeck.example.contract.Contract.Described;
import dev.userdeck.example.quickstart.LogWatch;
import dev.userdeck.example.quickstart.Quickstart;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The API of the running app keeps to what its document says, whatever it is asked. */
@Tag("slow")
class ContractTest {
    /** How many requests are made of each operation. */
    private static final int CASES = Integer.getInteger("userdeck.fuzz", 40);

    /** The calls come from one address. */
    private static final int ANY_NUMBER = 1_000_000;

    private static final long SEED = 20261130;

    /** Succeeds once in the life of an app, and has. */
    private static final Set<String> DONE =
            Set.of("POST /setup", "POST /operator-link", "POST /operator-link/accept", "POST /operator-link/reset");

    /** Take a code of an app or a sign-in that lacks one: SecondFactorApiTest has both. */
    private static final Set<String> BY_CODE = Set.of(
            "PUT /session",
            "POST /session/factors/totp",
            "POST /factors",
            "DELETE /profile/factors/{factorId}",
            "POST /profile/recovery-codes");

    /** Wrong passwords would keep out who asks, and a right one everybody who comes after. */
    private static final String NEVER = "PUT /profile/password";

    /** Thousands of refusals are what is wanted here, and nothing to log. */
    private static final Logger LOG = (Logger) LoggerFactory.getLogger("dev.userdeck");

    private static Quickstart app;
    private static Stock stock;

    private final Map<String, String> wrong = new LinkedHashMap<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Set<String> neverDone = new TreeSet<>();

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        var mails = new Mails();
        try (var log = new LogWatch()) {
            app = Quickstart.start(0, data, mails, builder -> builder.signUpLimits(ANY_NUMBER, ANY_NUMBER));
            stock = new Stock(app.url(), log.setUpLink(), mails);
        }
        LOG.setLevel(Level.ERROR);
    }

    @AfterAll
    static void stop() {
        LOG.setLevel(null);
        app.close();
    }

    @Test
    void theDashboardAnswersAsItsDocumentSays() throws IOException {
        everyAnswerIsAsItsDocumentSays("dashboard", "dashboard/api/", stock.operator());
    }

    @Test
    void theApiForUsersAnswersAsItsDocumentSays() throws IOException {
        everyAnswerIsAsItsDocumentSays("auth", "auth/", new Client(app.url(), stock::signUp));
    }

    private void everyAnswerIsAsItsDocumentSays(String name, String base, Client client) throws IOException {
        String json = Client.text(client.send(new Call("GET", base + "openapi.json", Map.of(), null, true)));
        Path documents = Files.createDirectories(Path.of("target", "openapi"));
        Files.writeString(documents.resolve(name + ".json"), json); // for Spectral
        Contract contract = Contract.read(base, json);
        var calls = new Calls(contract, new Known(stock, client));
        var check = new AnswerCheck(contract);
        assertThat(ExamplesCheck.of(contract, check)).as("examples").isEmpty();

        JqwikSession.run(() -> contract.operations().stream()
                .filter(described -> !described.toString().equals(NEVER))
                .forEach(described -> exercise(described, client, calls, check)));

        int failures = statuses.entrySet().stream()
                .filter(each -> each.getKey() >= 500)
                .mapToInt(Map.Entry::getValue)
                .sum();
        System.out.printf(
                "Userdeck fuzz: %s, %d operations × %d cases, %d × 5xx; answers by status: %s%n",
                name, contract.operations().size(), CASES, failures, statuses);
        assertThat(wrong.values()).as("answers that are not as declared").isEmpty();
        assertThat(neverDone).as("operations that never succeeded").isEmpty();
    }

    private void exercise(Described described, Client client, Calls calls, AnswerCheck check) {
        var random = new Random(SEED + described.toString().hashCode());
        RandomGenerator<Call> generator = calls.of(described).generator(1000);
        var seen = new TreeMap<Integer, Integer>();
        stock.changed();
        for (int i = 0; i < CASES; i++) {
            Call call = generator.next(random).value();
            HttpResponse<byte[]> answer = client.send(call);
            if (!call.method().equals("GET") && answer.statusCode() < 300) {
                stock.changed();
            }
            seen.merge(answer.statusCode(), 1, Integer::sum);
            for (String words : check.of(described, call, answer)) {
                String kind = described + ": " + words.replaceAll("[0-9a-f-]{36}|\\d+", "#");
                wrong.putIfAbsent(kind, described + ": " + Call.shortened(words) + "\n    " + call);
            }
        }
        seen.forEach((status, times) -> statuses.merge(status, times, Integer::sum));
        if (!DONE.contains(described.toString())
                && !BY_CODE.contains(described.toString())
                && seen.keySet().stream().noneMatch(status -> status < 300)) {
            neverDone.add(described + " " + seen);
        }
    }
}
