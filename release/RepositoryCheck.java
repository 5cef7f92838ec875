import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/**
 * Looks at what was deployed into a folder: does each module have what Maven Central asks for, and nothing that is ours alone?
 * Run it by {@code java release/RepositoryCheck.java <folder>}; it says what is wrong, and ends with 1 then.
 */
final class RepositoryCheck {
    private static final List<String> REQUIRED = List.of(
            "name",
            "description",
            "url",
            "licenses/license/name",
            "licenses/license/url",
            "developers/developer/name",
            "scm/connection",
            "scm/developerConnection",
            "scm/url");
    /** What a build needs, and who depends on the result does not. */
    private static final List<String> FORBIDDEN = List.of(
            "parent",
            "build",
            "profiles",
            "modules",
            "properties",
            "reporting",
            "distributionManagement",
            "repositories",
            "pluginRepositories",
            "dependencies/dependency[scope='test' or scope='system']");

    private final XPath xpath = XPathFactory.newInstance().newXPath();
    private final Set<String> faults = new TreeSet<>();
    private final Set<String> managed = new TreeSet<>();
    private final Set<String> deployed = new TreeSet<>();

    public static void main(String[] arguments) throws Exception {
        var check = new RepositoryCheck();
        List<Path> poms;
        try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
            poms = files.filter(file -> file.toString().endsWith(".pom"))
                    .sorted()
                    .toList();
        }
        for (Path pom : poms) {
            check.module(pom);
        }
        check.bom();
        check.faults.forEach(System.err::println);
        System.out.println(poms.size() + " modules looked at, " + check.faults.size() + " faults");
        System.exit(poms.isEmpty() || !check.faults.isEmpty() ? 1 : 0);
    }

    private void module(Path file) throws Exception {
        Document pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        String artifact = texts(pom, "artifactId").get(0);
        REQUIRED.stream()
                .filter(path -> texts(pom, path).stream().allMatch(String::isBlank))
                .forEach(path -> faults.add(artifact + ": its POM has no " + path));
        FORBIDDEN.stream()
                .filter(path -> !texts(pom, path).isEmpty())
                .forEach(path -> faults.add(artifact + ": its POM has " + path));
        if (Files.readString(file).replace("${project.version}", "").contains("${")) {
            faults.add(artifact + ": its POM has a property that nothing resolves");
        }
        if (texts(pom, "packaging").contains("pom")) {
            managed.addAll(texts(pom, "dependencyManagement/dependencies/dependency/artifactId"));
            return;
        }
        if (!texts(pom, "dependencyManagement").isEmpty()) {
            faults.add(artifact + ": its POM manages versions, which is the BOM's part");
        }
        deployed.add(artifact);
        String base = file.toString().replaceFirst("\\.pom$", "");
        for (String kind : List.of("", "-sources", "-javadoc")) {
            jar(artifact, Path.of(base + kind + ".jar"));
        }
        parts(artifact, Path.of(base + "-cyclonedx.json"));
    }

    private void jar(String artifact, Path jar) throws IOException {
        if (!Files.exists(jar)) {
            faults.add(artifact + ": no " + jar.getFileName());
            return;
        }
        try (FileSystem entries = FileSystems.newFileSystem(jar)) {
            for (String entry : List.of("LICENSE", "NOTICE")) {
                if (!Files.exists(entries.getPath("META-INF", entry))) {
                    faults.add(artifact + ": no META-INF/" + entry + " in " + jar.getFileName());
                }
            }
            if (jar.toString().endsWith("-javadoc.jar")) {
                javadoc(artifact, entries.getPath("/"));
            }
        }
    }

    private void javadoc(String artifact, Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            files.map(Path::toString)
                    .filter(path -> path.contains("/internal/"))
                    .findFirst()
                    .ifPresent(path -> faults.add(artifact + ": Javadoc of what is internal, " + path));
        }
        if (!Files.exists(root.resolve("index.html"))) {
            faults.add(artifact + ": a Javadoc jar without pages");
        }
    }

    /** The list of parts; a date or number in it that differs from build to build could not be compared. */
    private void parts(String artifact, Path file) throws IOException {
        if (!Files.exists(file)) {
            faults.add(artifact + ": no " + file.getFileName());
            return;
        }
        String json = Files.readString(file);
        if (!json.contains("\"CycloneDX\"")) {
            faults.add(artifact + ": " + file.getFileName() + " is no CycloneDX");
        }
        if (json.contains("\"serialNumber\"") || json.contains("\"timestamp\"")) {
            faults.add(artifact + ": " + file.getFileName() + " differs from build to build");
        }
    }

    private void bom() {
        var missing = new ArrayList<>(deployed);
        missing.removeAll(managed);
        missing.forEach(artifact -> faults.add(artifact + ": not in the BOM"));
        var absent = new ArrayList<>(managed);
        absent.removeAll(deployed);
        absent.forEach(artifact -> faults.add(artifact + ": in the BOM, but not deployed"));
    }

    private List<String> texts(Document pom, String path) {
        try {
            var nodes = (NodeList) xpath.evaluate("/project/" + path, pom, XPathConstants.NODESET);
            var found = new ArrayList<String>();
            for (int index = 0; index < nodes.getLength(); index++) {
                found.add(nodes.item(index).getTextContent());
            }
            return found;
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(path, e);
        }
    }
}
