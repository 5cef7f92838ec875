package dev.userdeck.internal;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The class path once more, with a folder before it and without the classes whose names begin in one way. */
final class HidingClassLoader extends URLClassLoader {
    private final String hidden;

    HidingClassLoader(Path before, String hidden) throws MalformedURLException {
        super(urls(before), ClassLoader.getPlatformClassLoader());
        this.hidden = hidden;
    }

    private static URL[] urls(Path before) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        urls.add(before.toUri().toURL());
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith(hidden)) {
            throw new ClassNotFoundException(name);
        }
        // one log for all, as some versions of SLF4J ask the thread's class loader for it
        return name.startsWith("org.slf4j.")
                ? HidingClassLoader.class.getClassLoader().loadClass(name)
                : super.findClass(name);
    }
}
