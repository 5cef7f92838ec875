package dev.userdeck.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** An app that goes leaves nothing: a developer deploys it anew all day. */
class RedeployTest {
    private static final int TIMES = 20;

    /** From here on everything that is kept for good is there. */
    private static final int WARM = 5;

    private static final long SLACK_BYTES = 1024 * 1024;
    private static final String ACCOUNT = "deployer:granite";
    private static final String USERS = """
            <tomcat-users>
                <role rolename="manager-script"/>
                <user username="deployer" password="granite" roles="manager-script"/>
            </tomcat-users>
            """;

    @Test
    void nothingIsLeftInTomcat10() throws Exception {
        nothingIsLeftIn(new TomcatHost("10.1"));
    }

    @Test
    void nothingIsLeftInTomcat11() throws Exception {
        nothingIsLeftIn(new TomcatHost("11"));
    }

    private static void nothingIsLeftIn(TomcatHost tomcat) throws Exception {
        Round.leaveOutOfTheQuickOne("deploying an app again and again in " + tomcat.name());
        URI url = Places.freeUrl();
        Path base = tomcat.base(url, false);
        Files.writeString(base.resolve("conf/tomcat-users.xml"), USERS);
        Files.createDirectories(base.resolve("conf/Catalina/localhost"));
        Files.writeString(
                base.resolve("conf/Catalina/localhost/manager.xml"),
                "<Context privileged=\"true\" docBase=\"%s\"/>"
                        .formatted(tomcat.home().resolve("webapps/manager")));
        Path empty = emptyWar(base);
        var setting = new Setting(false, Map.of("deck", "memory"));
        try (HostProcess process = tomcat.start(base, Places.properties(url, setting))) {
            var client = new Client(url);
            List<Heap> withEmpty = redeploy(client, process, empty, () -> {});
            List<Heap> withDeck = redeploy(client, process, Places.war(), () -> use(client));

            int leftOfEmpty = withEmpty.get(TIMES).webApps() - withEmpty.get(0).webApps();
            int leftOfDeck = withDeck.get(TIMES).webApps() - withDeck.get(0).webApps();
            System.out.printf(
                    "%s %s, %d times: class loaders left of an empty WAR %d, of the app %d; bytes by round %s%n",
                    tomcat.name(),
                    tomcat.version(),
                    TIMES,
                    leftOfEmpty,
                    leftOfDeck,
                    withDeck.stream().map(Heap::bytes).toList());
            assertThat(leftOfDeck).as("class loaders left").isLessThanOrEqualTo(leftOfEmpty);
            assertThat(withDeck.get(TIMES).bytes())
                    .as("bytes in use")
                    .isLessThan(withDeck.get(WARM).bytes() + SLACK_BYTES);
            assertThat(process.output()).as("what Tomcat found left").doesNotContain("clearReferences", "memory leak");
        }
    }

    /** What is in use before, and after each time. */
    private static List<Heap> redeploy(Client client, HostProcess process, Path war, Runnable use) throws Exception {
        var heaps = new ArrayList<>(List.of(Heap.of(process)));
        for (int i = 0; i < TIMES; i++) {
            manage(client, "deploy?path=/deck&war=" + war.toUri());
            use.run();
            manage(client, "undeploy?path=/deck");
            heaps.add(Heap.of(process));
        }
        return heaps;
    }

    private static void manage(Client client, String command) {
        String account = Base64.getEncoder().encodeToString(ACCOUNT.getBytes(StandardCharsets.UTF_8));
        Answer answer = client.get("manager/text/" + command, "Authorization", "Basic " + account);
        assertThat(answer.hasStatus(200).text()).startsWith("OK");
    }

    /** Enough to have threads, a pool, hashes and documents. */
    private static void use(Client client) {
        client.get("deck/admin/", "Accept", "text/html").hasStatus(200);
        client.get("deck/admin/api/session").isProblem(401, "sign-in-required");
        String body = "{\"email\": \"ada@example.org\", \"password\": \"plum tundra violet 47\"}";
        client.change("POST", "deck/auth/signup", body).hasStatus(201);
        client.change("POST", "deck/auth/signout").hasStatus(204);
    }

    private static Path emptyWar(Path folder) throws Exception {
        Path war = folder.resolve("empty.war");
        try (var zip = new ZipOutputStream(Files.newOutputStream(war))) {
            zip.putNextEntry(new ZipEntry("WEB-INF/web.xml"));
            zip.write("<web-app version=\"6.0\" metadata-complete=\"true\"/>".getBytes(StandardCharsets.UTF_8));
        }
        return war;
    }
}
