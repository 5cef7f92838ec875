package dev.userdeck.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JVM of its own with the class path of the tests, or a part of it. */
public final class ChildJvm {
    private final Path home;
    private final List<String> options = new ArrayList<>();
    private String classPath = System.getProperty("java.class.path");

    private ChildJvm(Path home) {
        this.home = home;
    }

    /** Of the same JDK. */
    public static ChildJvm ofThisJdk() {
        return new ChildJvm(Path.of(System.getProperty("java.home")));
    }

    /** Of the first JDK beside this one, or this one, that is new enough. */
    public static Optional<ChildJvm> ofJdk(int atLeast) throws IOException {
        Path own = Path.of(System.getProperty("java.home")).toRealPath();
        try (Stream<Path> others = Files.list(own.getParent())) {
            Optional<Path> home = Stream.concat(Stream.of(own), others)
                    .filter(path -> version(path) >= atLeast)
                    .sorted()
                    .findFirst();
            if (home.isEmpty()) {
                System.out.println("Userdeck tests SKIP Java " + atLeast + ": there is none beside " + own);
            }
            return home.map(ChildJvm::new);
        }
    }

    private static int version(Path home) {
        var release = new Properties();
        try (BufferedReader lines = Files.newBufferedReader(home.resolve("release"))) {
            release.load(lines);
        } catch (IOException e) {
            return 0; // no JDK
        }
        String version = release.getProperty("JAVA_VERSION", "0").replace("\"", "");
        return Integer.parseInt(version.split("[.+-]", 2)[0]);
    }

    /** Leaves what is named so out of the class path. */
    public ChildJvm without(String... jars) {
        classPath = Arrays.stream(classPath.split(File.pathSeparator))
                .filter(entry -> Arrays.stream(jars)
                        .noneMatch(
                                jar -> Path.of(entry).getFileName().toString().startsWith(jar)))
                .collect(Collectors.joining(File.pathSeparator));
        return this;
    }

    /** Gives the JVM options. */
    public ChildJvm with(String... more) {
        Collections.addAll(options, more);
        return this;
    }

    /** Runs a main method to its good end. Gives all lines that were printed, the JVM's own too. */
    public List<String> run(Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin").resolve("java").toString());
        command.addAll(options);
        Collections.addAll(command, "-cp", classPath, main.getName());
        Collections.addAll(command, arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines;
        try (BufferedReader output = process.inputReader()) {
            lines = output.lines().toList();
        }
        assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
        return lines;
    }
}
