package dev.userdeck.testkit;

import static java.util.stream.Collectors.joining;

import dev.userdeck.text.ConstantNames;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The engines that tests run on: those that the system property or environment variable {@code USERDECK_ENGINES} names,
 * as in {@code h2,postgresql}, or all.
 */
final class WantedEngines {
    private static final String NAME = "USERDECK_ENGINES";

    private final Set<Engine> engines;

    private WantedEngines(Set<Engine> engines) {
        this.engines = engines;
    }

    static WantedEngines ofThisRun() {
        return named(System.getProperty(NAME, System.getenv(NAME)));
    }

    /** Those of a list with commas; without one, all. */
    static WantedEngines named(@Nullable String names) {
        if (names == null || names.isBlank()) {
            return new WantedEngines(EnumSet.allOf(Engine.class));
        }
        var engines = EnumSet.noneOf(Engine.class);
        for (String name : names.split(",", -1)) {
            engines.add(engine(name.strip()));
        }
        return new WantedEngines(engines);
    }

    private static Engine engine(String name) {
        return Arrays.stream(Engine.values())
                .filter(engine -> nameOf(engine).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(NAME + " names an engine that isn't known: '" + name
                        + "'; known are "
                        + Arrays.stream(Engine.values())
                                .map(WantedEngines::nameOf)
                                .collect(joining(", "))));
    }

    private static String nameOf(Engine engine) {
        return ConstantNames.of(engine);
    }

    /** Lets the engine pass that is wanted. */
    void check(Engine engine) throws EngineUnavailableException {
        if (!engines.contains(engine)) {
            throw new EngineUnavailableException(NAME + " leaves it out");
        }
    }
}
