package dev.userdeck.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class RecordMethodsTest {
    private static final int PATIENCE = 50;

    /** Later ones keep it by a soft reference, until memory is short. */
    @Test
    @EnabledForJreRange(max = JRE.JAVA_17)
    void aClassLoaderCanGoAfterItsRecordsWereCompared() throws Exception {
        WeakReference<ClassLoader> webApp = webAppThatComparedRecords();

        RecordMethods.letGo();

        for (int i = 0; i < PATIENCE && webApp.get() != null; i++) {
            System.gc();
        }
        assertThat(webApp.get()).isNull();
    }

    private static WeakReference<ClassLoader> webAppThatComparedRecords() throws Exception {
        var classes = new ClassLoader(RecordMethodsTest.class.getClassLoader()) {
            Class<?> ownPoint() throws IOException {
                String file = "/" + Point.class.getName().replace('.', '/') + ".class";
                try (InputStream in = RecordMethodsTest.class.getResourceAsStream(file)) {
                    byte[] bytes = in.readAllBytes();
                    return defineClass(Point.class.getName(), bytes, 0, bytes.length);
                }
            }
        };
        var point = classes.ownPoint().getDeclaredConstructor(Integer.class, Integer.class);
        point.setAccessible(true);
        Object one = point.newInstance(1, 2);
        assertThat(one.equals(point.newInstance(1, 2))).isTrue();
        assertThat(one.hashCode()).isEqualTo(point.newInstance(1, 2).hashCode());
        assertThat(one.toString()).isEqualTo("Point[x=1, y=2]");
        return new WeakReference<>(classes);
    }
}

/** Of a web app. */
record Point(Integer x, Integer y) {}
