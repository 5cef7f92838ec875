package dev.userdeck.testkit.contract.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.userdeck.Userdeck;
import dev.userdeck.error.ConfigurationException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Enumeration;
import java.util.Properties;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A servlet container has looked for drivers before there is a web app: those that an app brings aren't registered. */
class H2DriverOfAWebAppTest {
    private static final String URL = "jdbc:webapp:mem:web;DB_CLOSE_DELAY=-1";

    @Test
    void isFoundByTheClassLoaderOfTheAppAndForgottenWhenItEnds(@TempDir Path app) throws Exception {
        Path services = Files.createDirectories(app.resolve("META-INF/services"));
        Files.writeString(
                services.resolve(Driver.class.getName()), "no.such.Driver\n" + DriverOfTheApp.class.getName());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (var classes = new URLClassLoader(new URL[] {app.toUri().toURL()}, before)) {
            thread.setContextClassLoader(classes);
            try (Userdeck userdeck = start()) {
                assertThat(userdeck.users().signUp("ada@example.org", "granite otter sundial 12"))
                        .isNotNull();
                assertThat(isRegistered()).isTrue();
            }
            assertThat(isRegistered()).isFalse();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void isNotLookedForWithoutEnd() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(new ClassLoader(before) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                if (name.endsWith(Driver.class.getName())) {
                    throw new IOException("The web app was stopped");
                }
                return super.getResources(name);
            }
        });
        try {
            isAskedForWhereThereIsNone();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void isAskedForWhereThereIsNone() {
        assertThatThrownBy(H2DriverOfAWebAppTest::start)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("JDBC driver on the class path");
    }

    private static boolean isRegistered() {
        return DriverManager.drivers().anyMatch(DriverOfTheApp.class::isInstance);
    }

    private static Userdeck start() {
        return Userdeck.builder()
                .jdbcUrl(URL, "sa", "")
                .maintenance(Userdeck.Maintenance.MANUAL)
                .start();
    }

    /** H2's, by another name. */
    public static final class DriverOfTheApp implements Driver {
        static {
            try {
                DriverManager.registerDriver(new DriverOfTheApp()); // as every driver does
            } catch (SQLException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        private final Driver driver = new org.h2.Driver();

        @Override
        public Connection connect(String url, Properties properties) throws SQLException {
            return acceptsURL(url) ? driver.connect(url.replace("webapp", "h2"), properties) : null;
        }

        @Override
        public boolean acceptsURL(String url) {
            return url.startsWith("jdbc:webapp:");
        }

        @Override
        public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
            return new DriverPropertyInfo[0];
        }

        @Override
        public int getMajorVersion() {
            return driver.getMajorVersion();
        }

        @Override
        public int getMinorVersion() {
            return driver.getMinorVersion();
        }

        @Override
        public boolean jdbcCompliant() {
            return driver.jdbcCompliant();
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException();
        }
    }
}
