package dev.userdeck.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.dashboard.spi.UserSection.Option;
import dev.userdeck.dashboard.spi.UserSection.Options;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Route;
import dev.userdeck.testkit.TestRequest;
import java.util.List;
import java.util.Objects;

/** Checks of routes that answer with what can be chosen. */
final class OptionChecks {
    private static final String ID = "id";

    private OptionChecks() {}

    /** Whether what was chosen can be asked for. */
    static boolean isById(Route route) {
        return route.responseType() == Options.class
                && route.parameters().stream().map(Parameter::name).anyMatch(ID::equals)
                && route.parameters().stream().noneMatch(parameter -> parameter.in() == Parameter.In.PATH);
    }

    /** The first choice is found by its id, under the same label and alone; nothing is found by one that nobody has. */
    static void run(Route route) {
        for (Option option : items(TestRequest.to(route)).stream().limit(1).toList()) {
            assertThat(items(TestRequest.to(route).with(ID, option.id())))
                    .as("%s, asked for the id of one", route)
                    .containsExactly(option);
        }
        assertThat(items(TestRequest.to(route).with(ID, "no-such \u2603")))
                .as("%s, asked for an id that nobody has", route)
                .isEmpty();
    }

    private static List<Option> items(TestRequest request) {
        return ((Options) Objects.requireNonNull(request.send().body())).items();
    }
}
