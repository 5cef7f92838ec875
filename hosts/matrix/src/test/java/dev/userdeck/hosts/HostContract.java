package dev.userdeck.hosts;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** What the app does in each host, at each place, with and without the host's compression. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HostContract {
    private static final Map<String, Consumer<Cell>> CHECKS = new LinkedHashMap<>();

    static {
        CHECKS.put("the page arrives with its policy", Pages::shell);
        CHECKS.put("files are compressed once, and known again", Pages::assets);
        CHECKS.put("the address without its slash leads there", Pages::withoutTheSlash);
        CHECKS.put("operators come in and leave", Entrance::check);
        CHECKS.put("users are created and listed", UsersApi::createAndList);
        CHECKS.put("an edit carries the version that was read", UsersApi::editWhatWasRead);
        CHECKS.put("users are exported", UsersApi::export);
        CHECKS.put("problem documents arrive", UsersApi::problems);
        CHECKS.put("a role is named as it likes", Recipes::roleWithASlash);
        CHECKS.put("metadata keeps to its schema", Recipes::metadataWithASchema);
        CHECKS.put("users sign up", SignUps::check);
    }

    private final Host host;
    private final Report report;
    private final List<AutoCloseable> running = new ArrayList<>();

    HostContract(Host host) {
        this.host = host;
        this.report = new Report(host);
    }

    /** Databases of the apps, by context; a host test may choose others. */
    Setting setting(boolean gzip) throws Exception {
        return gzip
                ? new Setting(true, Map.of("root", "jdbc:h2:mem:root;DB_CLOSE_DELAY=-1", "shop", "memory"))
                : new Setting(
                        false, Map.of("shop", "file:" + Places.folder("data").resolve("shop")));
    }

    /** What a setting needs for as long as the host runs. */
    final void closeAtTheEnd(AutoCloseable resource) {
        running.add(0, resource);
    }

    @TestFactory
    Stream<DynamicNode> overHttp() throws Exception {
        leaveOutLargeOnes();
        var cells = new ArrayList<Cell>();
        if (!Round.isQuick()) {
            cells.addAll(cells(setting(false)));
        }
        cells.addAll(cells(setting(true)));
        return cells.stream()
                .map(cell -> DynamicContainer.dynamicContainer(
                        cell.toString(),
                        CHECKS.entrySet().stream()
                                .map(check -> DynamicTest.dynamicTest(
                                        check.getKey(), () -> report.run(cell, check.getKey(), check.getValue())))));
    }

    @Test
    void inChromium() throws Exception {
        Round.leaveOutOfTheQuickOne(host.name() + " in Chromium");
        Setting setting = setting(false);
        List<String> last = host.together().get(host.together().size() - 1);
        String context = last.get(last.size() - 1);
        URI url = Places.freeUrl();
        try (HostProcess process = host.start(url, setting, List.of(context))) {
            URI app = url.resolve(context + "/");
            BrowserVisit.check(app.resolve("a/b/c/"), process.setUpToken(app));
            report.seenInChromium();
        }
    }

    private void leaveOutLargeOnes() {
        if (host.isLarge()) {
            Round.leaveOutOfTheQuickOne(host.name());
        }
    }

    /** Starts the host, as often as it takes for all of its contexts, and names the places in it. */
    private List<Cell> cells(Setting setting) throws Exception {
        var cells = new ArrayList<Cell>();
        for (List<String> together : Round.isQuick() ? host.together().subList(0, 1) : host.together()) {
            URI url = Places.freeUrl();
            HostProcess process = host.start(url, setting, together);
            running.add(process);
            for (String context : together) {
                cells.addAll(cells(url, context, setting.gzip(), process));
            }
        }
        return cells;
    }

    private List<Cell> cells(URI url, String context, boolean gzip, HostProcess process) throws Exception {
        URI app = url.resolve(context + "/");
        String token = process.setUpToken(app);
        if (Round.isQuick()) {
            return List.of(new Cell(context + " + /a/b/c/*", app.resolve("a/b/c/"), app, gzip, token));
        }
        if (!context.isEmpty()) {
            return List.of(new Cell(context + " + /admin/*", app.resolve("admin/"), app, gzip, token));
        }
        URI local = URI.create("http://[::1]:" + url.getPort() + "/");
        var cells = new ArrayList<>(List.of(
                new Cell("/*", app, app, gzip, token),
                new Cell("/admin/*", app.resolve("admin/"), app, gzip, token),
                new Cell("/a/b/c/*", app.resolve("a/b/c/"), app, gzip, token),
                new Cell("::1", local.resolve("admin/"), local, gzip, token)));
        if (NginxProxy.isInstalled()) {
            var proxy = NginxProxy.start(app.resolve("a/b/c/"), gzip, "");
            running.add(proxy);
            cells.add(new Cell("nginx", proxy.dashboard(), null, gzip, token));
        }
        return cells;
    }

    @AfterAll
    final void stop() throws Exception {
        if (!Round.isQuick()) {
            report.write();
        }
        for (int i = running.size() - 1; i >= 0; i--) {
            running.get(i).close();
        }
    }
}
