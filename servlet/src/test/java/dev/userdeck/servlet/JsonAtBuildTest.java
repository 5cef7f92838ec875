package dev.userdeck.servlet;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonAtBuildTest {
    /** What an older jackson-annotations lacks, where a host's took the place of ours. */
    private static final String MISSING = "dev.userdeck.libs.com.fasterxml.jackson.annotation.JsonApplyView";

    @Test
    void aServletThatCantWriteJsonIsNotBuilt() throws Exception {
        try (var classes = new WithoutOne()) {
            Object builder = classes.loadClass("dev.userdeck.Userdeck")
                    .getMethod("builder")
                    .invoke(null);
            builder.getClass().getMethod("inMemory").invoke(builder);
            try (var userdeck =
                    (AutoCloseable) builder.getClass().getMethod("start").invoke(builder)) {
                Object servlet = classes.loadClass(AuthServlet.class.getName())
                        .getMethod("builder", userdeck.getClass())
                        .invoke(null, userdeck);

                assertThatThrownBy(() -> build(servlet))
                        .hasToString("dev.userdeck.error.ConfigurationException: userdeck-libs is not the one that"
                                + " userdeck-servlet needs. Take all of Userdeck's artifacts in one version, as"
                                + " userdeck-bom has them");
            }
        }
    }

    private static void build(Object builder) throws Throwable {
        try {
            builder.getClass().getMethod("build").invoke(builder);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** The class path once more. */
    private static final class WithoutOne extends URLClassLoader {
        private WithoutOne() throws Exception {
            super(urls(), ClassLoader.getPlatformClassLoader());
        }

        private static URL[] urls() throws Exception {
            List<URL> urls = new ArrayList<>();
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
                urls.add(Path.of(entry).toUri().toURL());
            }
            return urls.toArray(URL[]::new);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.equals(MISSING)) {
                throw new ClassNotFoundException(name);
            }
            return super.findClass(name);
        }
    }
}
