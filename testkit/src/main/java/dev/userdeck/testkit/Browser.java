package dev.userdeck.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Assumptions;

/** The browser of this machine, for tests that look at a page as a person does. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Browser {
    private static final Path USUAL_PLACE = Path.of("/usr/bin/chromium");
    private static final Path NONE = Path.of("none");

    private Browser() {}

    /**
     * Returns Chromium's executable: what the environment variable {@code CHROMIUM} names, else
     * {@code /usr/bin/chromium}.
     *
     * <p>Without one, and with {@code CHROMIUM=none}, the calling test is skipped and a line of the output says so,
     * unless the system property or environment variable {@code USERDECK_REQUIRE_BROWSER} is {@code true}: then it fails.
     */
    public static Path chromium() {
        Path chromium =
                Optional.ofNullable(System.getenv("CHROMIUM")).map(Path::of).orElse(USUAL_PLACE);
        if (Files.isExecutable(chromium)) {
            return chromium;
        }
        String reason = chromium.equals(NONE) ? "the environment variable CHROMIUM says none" : isMissing(chromium);
        if (Requirement.USERDECK_REQUIRE_BROWSER.isSet()) {
            throw new IllegalStateException(Requirement.USERDECK_REQUIRE_BROWSER + " is set, and " + reason);
        }
        System.out.println("Userdeck tests SKIP the browser: " + reason);
        return Assumptions.abort(reason);
    }

    private static String isMissing(Path chromium) {
        return "there is no " + chromium
                + "; install it (apt-get install chromium) or name another in the environment variable CHROMIUM";
    }
}
