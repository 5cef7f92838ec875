package dev.userdeck.example.quickstart;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The shop of examples/spring-boot in a process of its own, behind the filter chain that Boot makes by itself. */
final class ShopProcess implements WalkPlace {
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final String PASSWORD = "granite otter sundial 12";

    private final Chromium chromium;
    private final Process process;
    private final URI url;
    private final List<Visitor> people = new ArrayList<>();

    private ShopProcess(Chromium chromium, Process process, URI url) {
        this.chromium = chromium;
        this.process = process;
        this.url = url;
    }

    static ShopProcess start(Path jar, Path data) throws IOException {
        Chromium chromium = Chromium.ofThisMachine();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        jar.toString(),
                        "--server.port=0",
                        "--spring.datasource.url=jdbc:h2:file:" + data.resolve("shop"),
                        "--spring.profiles.active=default-chain",
                        "--spring.security.user.password=" + PASSWORD)
                .redirectErrorStream(true)
                .start();
        BufferedReader lines = process.inputReader();
        var output = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            output.append(line).append('\n');
            Matcher port = PORT.matcher(line);
            if (port.find()) {
                drain(lines);
                return new ShopProcess(chromium, process, URI.create("http://localhost:" + port.group(1) + "/"));
            }
        }
        throw new IllegalStateException("The shop did not start: " + output);
    }

    private static void drain(BufferedReader lines) {
        var thread = new Thread(() -> lines.lines().forEach(line -> {}));
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public URI url() {
        return url;
    }

    /** Boot's chain lets nobody in without Spring Security's login, so that comes first. */
    @Override
    public Visitor guest() {
        Visitor guest = chromium.visitor(url);
        people.add(guest);
        guest.open("");
        logIn(guest);
        return guest;
    }

    private static void logIn(Visitor visitor) {
        visitor.page().getByLabel("Username").fill("ines");
        visitor.page().getByLabel("Password").fill(PASSWORD);
        visitor.button("Sign in").click();
        visitor.sees(visitor.page().getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Sign up")));
    }

    @Override
    public void enter(Visitor operator) {
        operator.open("dashboard/");
        operator.seesHeading("Users");
    }

    @Override
    public void leave(Visitor operator) {
        operator.open("logout");
        operator.page().getByRole(AriaRole.BUTTON).click();
        Locator username = operator.page().getByLabel("Username");
        operator.sees(username);
        operator.open("dashboard/");
        operator.sees(username);
    }

    @Override
    public String[] refusalsOfOperator() {
        return new String[0];
    }

    @Override
    public void close() {
        people.forEach(Visitor::close);
        process.destroyForcibly();
    }
}
