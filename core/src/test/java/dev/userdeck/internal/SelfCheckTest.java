package dev.userdeck.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Userdeck started where something of the class path is missing, or of another version. */
class SelfCheckTest {
    private static final String NOTHING = "no.such.";

    @TempDir
    private Path jar;

    @Test
    void artifactsOfSeveralVersionsAreToldAtTheStart() throws Exception {
        version("userdeck-core", "1.1.0");
        version("userdeck-libs", "1.1.0");
        version("userdeck-servlet", "1.0.0");

        assertThatThrownBy(() -> startInMemory(NOTHING))
                .hasToString("dev.userdeck.error.ConfigurationException: Userdeck's artifacts are of several versions:"
                        + " userdeck-core 1.1.0, userdeck-libs 1.1.0, userdeck-servlet 1.0.0. Take all in one, as"
                        + " userdeck-bom has them");
    }

    @Test
    void artifactsOfOneVersionStart() throws Exception {
        version("userdeck-core", "1.1.0");
        version("userdeck-libs", "1.1.0");
        version("userdeck-servlet", "1.1.0");

        assertThatCode(() -> startInMemory(NOTHING)).doesNotThrowAnyException();
    }

    @Test
    void aStatementThatCantBeRenderedIsToldAtTheStart() throws Exception {
        version("userdeck-libs", "1.1.0");

        assertThatThrownBy(() -> startInMemory("dev.userdeck.libs.org.jooq.impl.DefaultRenderContext"))
                .hasMessageStartingWith(
                        "userdeck-libs is not the one that userdeck-core needs (found: userdeck-libs 1.1.0;"
                                + " it comes from file:")
                .hasCauseInstanceOf(NoClassDefFoundError.class);
    }

    @Test
    void aDocumentThatCantBeWrittenIsToldAtTheStart() {
        assertThatThrownBy(() -> startInMemory("dev.userdeck.libs.tools.jackson.core.json.JsonFactory"))
                .hasMessageStartingWith("userdeck-libs is not the one that userdeck-core needs (found: ");
    }

    @Test
    void aPoolOfOursWithoutHikariSaysWhatToAdd() {
        assertThatThrownBy(() -> startInMemory("com.zaxxer."))
                .hasMessage("A pool of our own needs HikariCP: add com.zaxxer:HikariCP to the class path, or give"
                        + " dataSource(…)");
    }

    @Test
    void aDriverThatLacksItsClassesIsNotTakenForHikari() {
        assertThatThrownBy(() -> startInMemory("org.h2.engine."))
                .hasStackTraceContaining("org/h2/engine")
                .message()
                .doesNotContain("HikariCP");
    }

    @Test
    void aPoolOfTheHostNeedsNoHikari() throws Exception {
        try (var classes = new HidingClassLoader(jar, "com.zaxxer.")) {
            Object source = classes.loadClass("org.h2.jdbcx.JdbcDataSource")
                    .getConstructor()
                    .newInstance();
            source.getClass()
                    .getMethod("setURL", String.class)
                    .invoke(source, "jdbc:h2:mem:no-hikari;DB_CLOSE_DELAY=-1");
            Object builder = builder(classes);
            builder.getClass().getMethod("dataSource", DataSource.class).invoke(builder, source);

            assertThatCode(() -> ((AutoCloseable) start(builder)).close()).doesNotThrowAnyException();
        }
    }

    private void version(String artifact, String version) throws IOException {
        Path folder = Files.createDirectories(jar.resolve("META-INF/maven/dev.userdeck/" + artifact));
        Files.writeString(folder.resolve("pom.properties"), "version=" + version + "\n");
    }

    private void startInMemory(String hidden) throws Throwable {
        try (var classes = new HidingClassLoader(jar, hidden)) {
            Object builder = builder(classes);
            builder.getClass().getMethod("inMemory").invoke(builder);
            ((AutoCloseable) start(builder)).close();
        }
    }

    private static Object builder(ClassLoader classes) throws ReflectiveOperationException {
        return classes.loadClass("dev.userdeck.Userdeck").getMethod("builder").invoke(null);
    }

    private static Object start(Object builder) throws Throwable {
        try {
            return builder.getClass().getMethod("start").invoke(builder);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
