import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.apache.maven.plugins.shade.DefaultShader;
import org.apache.maven.plugins.shade.ShadeRequest;
import org.apache.maven.plugins.shade.filter.Filter;
import org.apache.maven.plugins.shade.relocation.Relocator;
import org.apache.maven.plugins.shade.relocation.SimpleRelocator;

/**
 * Puts the classes of jOOQ, Jackson and what they bring into a folder, under a package of ours: see
 * docs/adr/0032-relocated-libraries.md. It is the shade plugin that moves them; it is called from here as it only runs once
 * there is a jar, and modules that are compiled or tested beside this one need the classes before.
 *
 * <p>Its class path is where the jars are. Arguments: the folder, a folder for what lies in between.
 */
final class Relocation {
    private static final String PREFIX = "dev.userdeck.libs.";

    /** Packages that move. */
    private static final List<String> PACKAGES = List.of(
            "com.ethlo.time",
            "com.fasterxml.jackson.annotation",
            "com.networknt",
            "io.r2dbc.spi",
            "org.jooq",
            "org.reactivestreams",
            "tools.jackson");

    /** Files that lie in a jar's root, of names by which classes ask for them; messages are wanted in English alone. */
    private static final List<String> FILES = List.of("jsv-messages.", "leap_second_dates.", "ucd/");

    /** Drafts of JSON Schema. Their names are also part of what schemas refer to, so no text of a class that begins alike moves. */
    private static final String DRAFTS = "draft";

    private static final Pattern LICENCES = Pattern.compile("(META-INF/)?[^/]*(LICENSE|NOTICE|THIRD-PARTY)[^/]*");

    private Relocation() {}

    public static void main(String[] args) throws Exception {
        Path classes = Path.of(args[0]);
        Path work = Path.of(args[1]);
        List<Path> jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Relocation::moves)
                .sorted(Comparator.comparing(jar -> jar.getFileName().toString()))
                .toList();
        Path made = work.resolve("made-of.txt");
        String sources = sources(jars);
        if (Files.exists(made)
                && Files.readString(made).equals(sources)
                && PACKAGES.stream().allMatch(of -> Files.isDirectory(classes.resolve(path(of))))) {
            return;
        }
        Files.createDirectories(work);
        Path moved = work.resolve("relocated.jar");
        shade(jars, moved);
        copy(moved, classes, name -> name.endsWith("/") || name.startsWith("META-INF/") ? "" : name);
        for (Path jar : jars) {
            copy(
                    jar,
                    classes,
                    name -> name.startsWith(DRAFTS) && !name.endsWith("/") ? path("com.networknt/") + name : "");
            copy(jar, classes, name -> LICENCES.matcher(name).matches() ? licence(jar, name) : "");
        }
        Files.writeString(made, sources);
    }

    /** Says what the classes were made of, so that they are made again when that changes. */
    private static String sources(List<Path> jars) throws IOException {
        var lines = new StringBuilder();
        for (Path jar : jars) {
            lines.append(jar.getFileName()).append(' ').append(Files.size(jar)).append('\n');
        }
        return lines.append(PACKAGES)
                .append(FILES)
                .append(LICENCES)
                .append('\n')
                .toString();
    }

    private static boolean moves(Path jar) {
        if (!Files.isRegularFile(jar)) {
            return false;
        }
        try (var file = new JarFile(jar.toFile())) {
            return file.stream().map(ZipEntry::getName).anyMatch(Relocation::isOfPackage);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOfPackage(String name) {
        return PACKAGES.stream().anyMatch(of -> name.startsWith(of.replace('.', '/') + "/"));
    }

    private static String path(String name) {
        return (PREFIX + name).replace('.', '/');
    }

    private static String licence(Path jar, String name) {
        String of = jar.getFileName().toString().replaceFirst("\\.jar$", "");
        return "META-INF/licenses/" + of + '/' + Path.of(name).getFileName();
    }

    private static void shade(List<Path> jars, Path into) throws Exception {
        var relocators = new ArrayList<Relocator>();
        for (String of : PACKAGES) {
            relocators.add(new SimpleRelocator(of, PREFIX + of, null, null));
        }
        for (String of : FILES) {
            String pattern = of.substring(0, of.length() - 1);
            relocators.add(new SimpleRelocator(pattern, PREFIX + "com.networknt." + pattern, null, null));
        }
        relocators.add(new DraftsRelocator());
        Set<File> files = new LinkedHashSet<>();
        jars.forEach(jar -> files.add(jar.toFile()));
        var request = new ShadeRequest();
        request.setJars(files);
        request.setUberJar(into.toFile());
        request.setFilters(List.of(new OnlyWhatMoves()));
        request.setRelocators(relocators);
        request.setResourceTransformers(List.of());
        new DefaultShader().shade(request);
    }

    private interface Target {
        /** Where an entry goes; empty for nowhere. */
        String of(String name);
    }

    private static void copy(Path jar, Path into, Target target) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) file.stream().map(ZipEntry.class::cast)::iterator) {
                String name = target.of(entry.getName());
                if (!name.isEmpty()) {
                    Path to = into.resolve(name);
                    Files.createDirectories(to.getParent());
                    try (InputStream in = file.getInputStream(entry)) {
                        Files.write(to, in.readAllBytes());
                    }
                }
            }
        }
    }

    /** The one text that says where drafts lie: what goes before the path of an address at json-schema.org. */
    private static final class DraftsRelocator implements Relocator {
        private static final String BEFORE = "classpath:";
        private static final String TEMPLATE = BEFORE + '\u0001';

        @Override
        public boolean canRelocatePath(String text) {
            return text.equals(TEMPLATE);
        }

        @Override
        public String relocatePath(String text) {
            return BEFORE + path("com.networknt/") + '\u0001';
        }

        @Override
        public boolean canRelocateClass(String text) {
            return false;
        }

        @Override
        public String relocateClass(String text) {
            return text;
        }

        @Override
        public String applyToSourceContent(String source) {
            return source;
        }
    }

    /** Neither module-info nor META-INF, where classes for newer versions of Java lie: those for 17 do for all. */
    private static final class OnlyWhatMoves implements Filter {
        @Override
        public boolean canFilter(File jar) {
            return true;
        }

        @Override
        public boolean isFiltered(String name) {
            return !isOfPackage(name) && FILES.stream().noneMatch(name::startsWith);
        }

        @Override
        public void finished() {
            // nothing to report
        }
    }
}
