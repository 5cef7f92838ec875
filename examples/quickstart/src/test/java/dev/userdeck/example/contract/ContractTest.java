package dev.userdeck.example.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.userdeck.example.contract.Contract.Described;
import dev.userdeck.example.quickstart.LogWatch;
import dev.userdeck.example.quickstart.Quickstart;
import dev.userdeck.mail.spi.MailRefusedException;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The API of the running app keeps to what its document says, whatever it is asked. */
class ContractTest {
    /** How many requests are made of each operation. */
    private static final int CASES = Integer.getInteger("userdeck.fuzz", 40);

    private static final long SEED = 20261130;

    /** Succeeds once in the life of an app, and has. */
    private static final Set<String> DONE = Set.of("POST /setup");

    /** Thousands of refusals are what is wanted here, and nothing to log. */
    private static final Logger LOG = (Logger) LoggerFactory.getLogger("dev.userdeck");

    private static Quickstart app;
    private static Stock stock;
    private static Contract contract;

    private final Map<String, String> wrong = new LinkedHashMap<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Set<String> neverDone = new TreeSet<>();

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        try (var log = new LogWatch()) {
            app = Quickstart.start(0, data, (id, mail) -> {
                throw new MailRefusedException("550 nobody of this name", null);
            });
            stock = new Stock(app.url(), log.setUpLink());
        }
        LOG.setLevel(Level.ERROR);
        String json = Client.text(stock.get("openapi.json"));
        contract = Contract.read("dashboard/api/", json);
        Path documents = Files.createDirectories(Path.of("target", "openapi"));
        Files.writeString(documents.resolve("dashboard.json"), json); // for Spectral
    }

    @AfterAll
    static void stop() {
        LOG.setLevel(null);
        app.close();
    }

    @Test
    void everyAnswerIsAsTheDocumentSays() {
        var calls = new Calls(contract, new Known(stock));
        var check = new AnswerCheck(contract);

        JqwikSession.run(() -> contract.operations().forEach(described -> exercise(described, calls, check)));

        int failures = statuses.entrySet().stream()
                .filter(each -> each.getKey() >= 500)
                .mapToInt(Map.Entry::getValue)
                .sum();
        System.out.printf(
                "Userdeck fuzz: %d operations × %d cases, %d × 5xx; answers by status: %s%n",
                contract.operations().size(), CASES, failures, statuses);
        assertThat(wrong.values()).as("answers that are not as declared").isEmpty();
        assertThat(neverDone).as("operations that never succeeded").isEmpty();
    }

    private void exercise(Described described, Calls calls, AnswerCheck check) {
        var random = new Random(SEED + described.toString().hashCode());
        RandomGenerator<Call> generator = calls.of(described).generator(1000);
        var seen = new TreeMap<Integer, Integer>();
        for (int i = 0; i < CASES; i++) {
            Call call = generator.next(random).value();
            HttpResponse<byte[]> answer = stock.operator().send(call);
            if (!call.method().equals("GET")) {
                stock.changed();
            }
            seen.merge(answer.statusCode(), 1, Integer::sum);
            for (String words : check.of(described, call, answer)) {
                String kind = described + ": " + words.replaceAll("[0-9a-f-]{36}|\\d+", "#");
                wrong.putIfAbsent(kind, described + ": " + Call.shortened(words) + "\n    " + call);
            }
        }
        seen.forEach((status, times) -> statuses.merge(status, times, Integer::sum));
        if (!DONE.contains(described.toString()) && seen.keySet().stream().noneMatch(status -> status < 300)) {
            neverDone.add(described + " " + seen);
        }
    }
}
