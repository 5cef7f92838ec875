import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Property;
import org.jooq.meta.jaxb.Target;

/**
 * Writes jOOQ's classes for the tables of SQL scripts, which name jOOQ by the package that it has in userdeck-libs. It runs
 * jOOQ's own generator, in a folder beside, and leaves a file alone that would stay the same, so that nothing is compiled
 * again for it.
 *
 * <p>Arguments: the folder for the classes, a folder for what lies in between, the package, a pattern of the tables' names,
 * and the folders of scripts, in the order in which they are run.
 */
final class TableGenerator {
    private TableGenerator() {}

    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.ROOT); // classes are named by it: in Turkish, UdIdentifier would have another letter
        Path sources = Path.of(args[0]);
        Path work = Path.of(args[1]);
        String inPackage = args[2];
        String tables = args[3];
        List<Path> scripts = List.of(args).subList(4, args.length).stream()
                .flatMap(folder -> Stream.of(new File(folder).listFiles((dir, name) -> name.endsWith(".sql")))
                        .sorted())
                .map(File::toPath)
                .toList();
        Path made = work.resolve("made-of.txt");
        String of = digest(
                scripts,
                inPackage
                        + ' '
                        + tables
                        + ' '
                        + GenerationTool.class.getPackage().getImplementationVersion());
        if (Files.exists(made) && Files.readString(made).equals(of)) {
            return;
        }
        generate(work, inPackage, tables, scripts);
        copy(work.resolve("stock"), sources);
        if (!Files.exists(sources.resolve(inPackage.replace('.', '/')).resolve("Tables.java"))) {
            throw new IllegalStateException(
                    "jOOQ generated no tables: check the folders of scripts and the pattern of names");
        }
        Files.writeString(made, of);
    }

    private static String digest(List<Path> scripts, String settings) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update(settings.getBytes());
        for (Path script : scripts) {
            digest.update(Files.readAllBytes(script));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void generate(Path work, String inPackage, String tables, List<Path> scripts) throws Exception {
        Path all = work.resolve("scripts");
        Files.createDirectories(all);
        for (int i = 0; i < scripts.size(); i++) {
            Files.write(all.resolve("%03d.sql".formatted(i)), Files.readAllBytes(scripts.get(i)));
        }
        GenerationTool.generate(new Configuration()
                .withLogging(Logging.WARN)
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withName("org.jooq.meta.extensions.ddl.DDLDatabase")
                                .withInputSchema("PUBLIC")
                                .withOutputSchemaToDefault(true)
                                .withIncludes(tables)
                                .withProperties(
                                        new Property().withKey("scripts").withValue(all + "/*.sql"),
                                        new Property().withKey("sort").withValue("alphanumeric"),
                                        new Property()
                                                .withKey("defaultNameCase")
                                                .withValue("lower")))
                        .withTarget(new Target()
                                .withPackageName(inPackage)
                                .withDirectory(work.resolve("stock").toString()))));
    }

    private static void copy(Path stock, Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(stock)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path to = sources.resolve(stock.relativize(file));
                String text = Files.readString(file).replace("org.jooq", "dev.userdeck.libs.org.jooq");
                if (!Files.exists(to) || !Files.readString(to).equals(text)) {
                    Files.createDirectories(to.getParent());
                    Files.writeString(to, text);
                }
            }
        }
    }
}
