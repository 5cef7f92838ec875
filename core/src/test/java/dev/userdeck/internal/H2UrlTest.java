package dev.userdeck.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class H2UrlTest {

    @Test
    void namesAPlainFile() {
        assertThat(H2Url.file("jdbc:h2:file:/var/app/users;WRITE_DELAY=0")).contains(Path.of("/var/app/users"));
        assertThat(H2Url.file("jdbc:h2:./data/users")).contains(Path.of("./data/users"));
        assertThat(H2Url.file("JDBC:H2:FILE:./users;USER=sa")).contains(Path.of("./users"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:mem:users",
                "jdbc:h2:mem:;DB_CLOSE_DELAY=-1",
                "jdbc:h2:tcp://localhost/~/users",
                "jdbc:h2:ssl:localhost/users",
                "jdbc:h2:zip:~/users.zip!/users",
                "jdbc:h2:nioMapped:~/users",
                "jdbc:h2:~/users",
                "jdbc:h2:",
                "jdbc:h2:file:",
                "jdbc:h2:a\0b",
                "jdbc:postgresql://localhost/users",
                ""
            })
    void orNone(String url) {
        assertThat(H2Url.file(url)).isEmpty();
    }
}
