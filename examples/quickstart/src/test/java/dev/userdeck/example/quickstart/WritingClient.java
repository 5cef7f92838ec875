package dev.userdeck.example.quickstart;

import dev.userdeck.example.quickstart.Ledger.Account;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An operator at the dashboard who creates, edits and deletes users and gives and takes a role, until the app is gone. */
final class WritingClient {
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final String USERS = "/dashboard/api/users";

    private final AppProcess app;
    private final String cookie;
    private final Ledger ledger;
    private final String name;
    private final Random random;
    private final List<Known> mine = new ArrayList<>();

    /** Whether to write once more. */
    @FunctionalInterface
    interface Pace {
        boolean goesOn() throws InterruptedException;
    }

    /** A user of this client's own. */
    private record Known(String id, String email, String version) {}

    WritingClient(AppProcess app, String cookie, Ledger ledger, String name) {
        this.app = app;
        this.cookie = cookie;
        this.ledger = ledger;
        this.name = name;
        this.random = new Random(name.hashCode());
    }

    /** Writes as long as it may. */
    void write(Pace pace) {
        try {
            for (int i = 0; pace.goesOn(); i++) {
                write(i);
            }
        } catch (IOException e) {
            // the app is gone, and the ledger knows what was under way
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(int i) throws IOException, InterruptedException {
        int act = mine.size() < 3 ? 0 : random.nextInt(10);
        if (act < 3) {
            create(name + "." + i + "@example.org");
            return;
        }
        int place = random.nextInt(mine.size());
        Known user = mine.get(place);
        Account account = Objects.requireNonNull(ledger.of(user.email()));
        if (act < 6) {
            String newName = name + " " + i;
            ledger.asking(user.email(), account.named(newName));
            HttpResponse<String> answer =
                    answered(200, user, "PATCH", "", "{\"name\": \"" + newName + "\"}", "If-Match", user.version());
            mine.set(place, new Known(user.id(), user.email(), version(answer)));
        } else if (act < 8) {
            ledger.asking(user.email(), account.clerk(!account.isClerk()));
            String roles = "/dashboard/api/recipes/userroles/users/" + user.id() + "/roles";
            send(
                    204,
                    user.email(),
                    account.isClerk() ? "DELETE" : "POST",
                    account.isClerk() ? roles + "/clerk?tenant=public" : roles,
                    account.isClerk() ? "" : "{\"roles\": [\"clerk\"], \"tenant\": \"public\"}");
        } else {
            ledger.asking(user.email(), account.deleted());
            answered(204, user, "DELETE", "", "");
            mine.remove(place);
        }
    }

    private void create(String email) throws IOException, InterruptedException {
        ledger.asking(email, new Account("new", false, false));
        HttpResponse<String> answer = send(
                201,
                email,
                "POST",
                USERS,
                "{\"email\": \"" + email + "\", \"name\": \"new\", \"method\": \"passwordless\"}");
        Matcher id = ID.matcher(answer.body());
        if (id.find()) {
            mine.add(new Known(id.group(1), email, version(answer)));
        }
    }

    private static String version(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private HttpResponse<String> answered(
            int status, Known user, String method, String path, String json, String... headers)
            throws IOException, InterruptedException {
        return send(status, user.email(), method, USERS + "/" + user.id() + path, json, headers);
    }

    private HttpResponse<String> send(
            int status, String email, String method, String path, String json, String... headers)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("Cookie", cookie));
        all.addAll(List.of(headers));
        HttpResponse<String> answer = app.send(method, path, json, all.toArray(String[]::new));
        if (answer.statusCode() != status) {
            throw new IllegalStateException(
                    method + " " + path + " was answered " + answer.statusCode() + ": " + answer.body());
        }
        ledger.answered(email);
        return answer;
    }
}
