package dev.userdeck.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.Userdeck;
import dev.userdeck.example.quickstart.Ledger.Account;
import dev.userdeck.recipe.userroles.UserRoles;
import dev.userdeck.recipe.userroles.UserRolesRecipe;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.UserQuery;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The app is killed again and again while eight clients write to it. How often, the system property {@code userdeck.kills}
 * says.
 */
@Tag("slow")
class KilledWritersTest {
    private static final Pattern TOKEN = Pattern.compile("setup#([\\w-]+)");
    private static final String CLERK = "{\"name\": \"clerk\", \"permissions\": []}";
    private static final String OPERATOR = """
        {"token": "%s", "email": "ines@example.org", "name": "Ines", "password": "granite otter sundial 12"}\
        """;
    private static final int CLIENTS = 8;
    private static final int FEWEST_ANSWERS = 40;

    private final Ledger ledger = new Ledger();
    private final Random random = new Random(11);
    private final List<String> wrong = new ArrayList<>();

    @TempDir
    private Path data;

    @TempDir
    private Path copies;

    @Test
    void nothingThatWasAnsweredIsLostAndEachIndexFitsItsTable() throws Exception {
        int kills = Integer.getInteger("userdeck.kills", 10);
        String cookie = "";
        for (int kill = 1; kill <= kills; kill++) {
            try (var app = AppProcess.start(data)) {
                if (cookie.isEmpty()) {
                    cookie = operatorOf(app);
                }
                writeAndKill(app, cookie, kill);
            }
            int before = wrong.size();
            compare();
            System.out.printf(
                    "kill %d: %d answered so far, wrong %s%n",
                    kill, ledger.answers(), wrong.subList(before, wrong.size()));
        }

        assertThat(wrong).isEmpty();
    }

    /** Every other time all clients have their answers by then; else the others go on. */
    private void writeAndKill(AppProcess app, String cookie, int kill) throws Exception {
        int enough = ledger.answers() + FEWEST_ANSWERS + random.nextInt(60);
        WritingClient.Pace pace = kill % 2 == 0
                ? () -> ledger.answers() < enough
                : () -> {
                    if (ledger.answers() >= enough) {
                        app.kill();
                    }
                    return true;
                };
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> writing = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                var client = new WritingClient(app, cookie, ledger, "kill" + kill + ".client" + i);
                writing.add(clients.submit(() -> client.write(pace)));
            }
            for (Future<?> client : writing) {
                client.get();
            }
        } finally {
            clients.shutdownNow();
        }
        app.kill();
    }

    private void compare() throws Exception {
        Path copy = copies.resolve("quickstart");
        Files.copy(
                data.resolve("quickstart.mv.db"),
                copies.resolve("quickstart.mv.db"),
                StandardCopyOption.REPLACE_EXISTING);
        try (var userdeck = Userdeck.builder()
                .h2File(copy)
                .maintenance(Userdeck.Maintenance.MANUAL)
                .recipe(new UserRolesRecipe())
                .start()) {
            wrong.addAll(ledger.compare(accounts(userdeck)));
        }
        wrong.addAll(IndexCheck.differences(copy));
    }

    private static List<Map.Entry<String, Account>> accounts(Userdeck userdeck) {
        UserRoles roles = userdeck.recipe(UserRoles.class);
        List<Map.Entry<String, Account>> accounts = new ArrayList<>();
        var query = UserQuery.of(Scope.all()).size(100);
        for (var page = userdeck.users().list(query); ; page = userdeck.users().list(query.cursor(page.nextCursor()))) {
            page.items()
                    .forEach(user -> accounts.add(Map.entry(
                            String.valueOf(user.email()),
                            new Account(
                                    String.valueOf(user.name()),
                                    !roles.rolesOf(user.id(), Scope.all()).isEmpty(),
                                    false))));
            if (page.nextCursor() == null) {
                return accounts;
            }
        }
    }

    private static String operatorOf(AppProcess app) throws Exception {
        Matcher token = TOKEN.matcher(app.output());
        assertThat(token.find()).as(app.output()).isTrue();
        var answer = app.post("/dashboard/api/setup", OPERATOR.formatted(token.group(1)));
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        String pair = cookie.substring(0, cookie.indexOf(';'));
        var role = app.send("POST", "/dashboard/api/recipes/userroles/roles", CLERK, "Cookie", pair);
        assertThat(role.statusCode()).as(role.body()).isEqualTo(201);
        return pair;
    }
}
