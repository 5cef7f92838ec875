package dev.userdeck.example.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Whether a module is published is said in its POM; what else has to know is held to that here. */
class PublishedModulesTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final String BOM = "userdeck-bom";

    /** Those of profiles too, which are not built when a version is released. */
    private static final String EVERY_MODULE = "/project/modules/module | /project/profiles/profile/modules/module";

    @Test
    void theBomHasEachPublishedModuleAndNoOther() throws Exception {
        List<String> published = artifacts(EVERY_MODULE, false);
        published.remove(BOM);

        assertThat(published).contains("userdeck-core", "userdeck-testkit");
        assertThat(texts("bom", "/project/dependencyManagement/dependencies/dependency/artifactId"))
                .containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void theBomsVersionsAreItsOwn() throws Exception {
        assertThat(texts("bom", "/project/dependencyManagement/dependencies/dependency/version"))
                .containsOnly("${project.version}");
    }

    @Test
    void whatIsNotPublishedIsKeptFromMavenCentral() throws Exception {
        List<String> kept = artifacts("/project/modules/module", true);
        kept.add("userdeck-parent");

        assertThat(texts(".", "//excludeArtifacts/excludeArtifact")).containsExactlyInAnyOrderElementsOf(kept);
    }

    private static List<String> artifacts(String path, boolean skipped) throws Exception {
        List<String> modules = texts(".", path);
        var found = new ArrayList<String>();
        for (String module : modules) {
            if (texts(module, "/project/properties/maven.deploy.skip").contains("true") == skipped) {
                found.addAll(texts(module, "/project/artifactId"));
            }
        }
        return found;
    }

    private static List<String> texts(String module, String path) throws Exception {
        Document pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(ROOT.resolve(module).resolve("pom.xml").toFile());
        var nodes = (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, pom, XPathConstants.NODESET);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(index -> nodes.item(index).getTextContent().strip())
                .toList();
    }
}
