package dev.userdeck.example.contract;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether all that is sent and taken as JSON has examples, which are of its schema. */
final class ExamplesCheck {
    private final JsonNode document;
    private final AnswerCheck schemas;
    private final List<String> wrong = new ArrayList<>();

    private ExamplesCheck(Contract contract, AnswerCheck schemas) {
        this.document = new JsonMapper().readTree(contract.json());
        this.schemas = schemas;
    }

    /** What is wrong, and where in the document. */
    static List<String> of(Contract contract, AnswerCheck schemas) {
        var check = new ExamplesCheck(contract, schemas);
        check.walk(check.document, "");
        return check.wrong;
    }

    private void walk(JsonNode node, String pointer) {
        node.forEachEntry((name, child) -> {
            String at = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            boolean isMedia = pointer.endsWith("/content") && name.endsWith("json") && child.has("schema");
            if (isMedia && !isFile(child)) {
                examine(child, at);
            }
            walk(child, at);
        });
    }

    /** A file of which no more is said than that it is a text, or an object. */
    private static boolean isFile(JsonNode media) {
        return media.path("schema").size() == 1 && media.path("schema").has("type");
    }

    private void examine(JsonNode media, String at) {
        if (media.path("examples").isEmpty()) {
            wrong.add(at + " has no example");
        }
        for (JsonNode example : media.path("examples")) {
            String reference = example.path("$ref").asString("");
            JsonNode value = reference.isEmpty()
                    ? example.path("value")
                    : document.at(reference.substring(1)).path("value");
            schemas.errors(at + "/schema", value.toString()).forEach(error -> wrong.add(at + ": " + error));
        }
    }
}
