package dev.userdeck.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.http.spi.Audience;
import dev.userdeck.user.UserSort;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

class ConstantNamesTest {

    @Test
    @ResourceLock(Resources.LOCALE)
    void aNameIsTheSameWhateverTheMachineSpeaks() {
        Locale before = Locale.getDefault();
        Locale.setDefault(new Locale("tr"));
        try {
            assertThat(ConstantNames.of(Audience.PUBLIC)).isEqualTo("public");
            assertThat(ConstantNames.parse(Audience.class, "public")).isEqualTo(Audience.PUBLIC);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void eachConstantIsFoundAgain() {
        for (UserSort sort : UserSort.values()) {
            assertThat(ConstantNames.parse(UserSort.class, ConstantNames.of(sort)))
                    .isEqualTo(sort);
        }
        assertThatThrownBy(() -> ConstantNames.parse(Audience.class, "nobody"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
