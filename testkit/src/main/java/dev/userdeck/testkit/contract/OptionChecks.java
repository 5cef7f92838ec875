package dev.userdeck.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.dashboard.spi.UserSection.Option;
import dev.userdeck.dashboard.spi.UserSection.Options;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Route;
import dev.userdeck.testkit.TestRequest;
import java.util.List;
import java.util.function.Supplier;

/** Checks of routes that answer with what can be chosen. */
final class OptionChecks {
    private static final String ID = "id";
    private static final String SEARCH = "q";

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

    /** A choice is found by what it is called; nothing is found by words that nothing is called by. */
    static void search(Route route, Supplier<TestRequest> request) {
        List<Option> all = items(request.get());
        for (Option option : all.stream().limit(1).toList()) {
            assertThat(items(request.get().with(SEARCH, option.label())))
                    .as("what %s offers for the query parameter q that is the label of a choice", route)
                    .contains(option);
        }
        assertThat(items(request.get().with(SEARCH, "no-such \u2603")))
                .as(
                        "what %s offers for the query parameter q that nothing is called by: only what fits may be offered",
                        route)
                .isEmpty();
    }

    private static List<Option> items(TestRequest request) {
        return Gets.options(request).items();
    }
}
