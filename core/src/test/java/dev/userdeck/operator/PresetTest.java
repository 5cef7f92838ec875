package dev.userdeck.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class PresetTest {
    private static final Permission ORDERS_READ = new Permission("orders:read", Preset.SUPPORT);

    @Test
    void aBuiltInPresetHoldsWhatStartsThereAndBelow() {
        assertThat(Preset.builtIn())
                .filteredOn(preset -> preset.holds(ORDERS_READ))
                .containsExactly(Preset.SUPPORT, Preset.ADMIN, Preset.OWNER);
        assertThat(Operator.of("ines", Preset.VIEWER).may(ORDERS_READ)).isFalse();
        assertThat(Operator.of("ines", Preset.OWNER).may(ORDERS_READ)).isTrue();
    }

    @Test
    void anOwnPresetHoldsWhatItNamesAndNothingElse() {
        Preset auditor = Preset.of("p1", "Auditor", Set.of("audit:export", "orders:read", "gone:read"));

        assertThat(auditor.isBuiltIn()).isFalse();
        assertThat(Operator.of("ines", auditor).may(Permission.AUDIT_EXPORT)).isTrue();
        assertThat(auditor.holds(ORDERS_READ)).isTrue();
        assertThat(auditor.holds(Permission.AUDIT_READ)).isFalse();
        assertThat(auditor.holds(Permission.DASHBOARD_ENTER)).isTrue();
    }

    @Test
    void builtInPresetsAreFoundByTheirIdInAnyCase() {
        assertThat(Preset.valueOf("ADMIN")).isSameAs(Preset.ADMIN);
        assertThat(Preset.valueOf("admin")).isSameAs(Preset.ADMIN);
        assertThatThrownBy(() -> Preset.valueOf("p1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingPassesForABuiltInPreset() {
        assertThatThrownBy(() -> Preset.of("owner", "Owner", Set.of())).isInstanceOf(IllegalArgumentException.class);
        Preset own = Preset.of("p1", "Owner", Set.of());
        assertThat(own).isNotEqualTo(Preset.OWNER);
        assertThatThrownBy(() -> new Permission("orders:read", own)).isInstanceOf(IllegalArgumentException.class);
    }
}
