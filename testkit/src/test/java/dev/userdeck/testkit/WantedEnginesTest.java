package dev.userdeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WantedEnginesTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void allEnginesAreWantedUnlessSomeAreNamed(String names) {
        assertThat(wanted(names)).containsExactly(Engine.values());
    }

    @Test
    void onlyNamedEnginesAreWanted() {
        assertThat(wanted("h2")).containsExactly(Engine.H2);
        assertThat(wanted("MariaDB, postgresql")).containsExactly(Engine.POSTGRESQL, Engine.MARIADB);
    }

    @Test
    void anEngineThatIsLeftOutIsReportedAsUnavailable() {
        WantedEngines h2 = WantedEngines.named("h2");

        assertThatThrownBy(() -> h2.check(Engine.MYSQL))
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessage("USERDECK_ENGINES leaves it out");
    }

    @Test
    void aNameThatNoEngineHasIsRefused() {
        assertThatThrownBy(() -> WantedEngines.named("h2,postgres"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'postgres'")
                .hasMessageContaining("h2, postgresql, mysql, mariadb");
    }

    private static List<Engine> wanted(String names) {
        WantedEngines wanted = WantedEngines.named(names);
        return Arrays.stream(Engine.values())
                .filter(engine -> isWanted(wanted, engine))
                .toList();
    }

    private static boolean isWanted(WantedEngines wanted, Engine engine) {
        try {
            wanted.check(engine);
            return true;
        } catch (EngineUnavailableException e) {
            return false;
        }
    }
}
