package dev.userdeck.example.contract;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an API says of itself, as somebody else's reader understands it.
 *
 * @param base the path of the document's folder, which the operations' paths go on from
 * @param json the document as it was served
 */
record Contract(String base, String json, OpenAPI api) {

    private static final String PARAMETERS = "#/components/parameters/";
    private static final String RESPONSES = "#/components/responses/";

    /**
     * One operation.
     *
     * @param path with {@code {names}}, as in the document
     * @param parameters with what is shared in its place
     * @param answers by status, with what is shared in its place
     */
    record Described(
            String method, String path, Operation operation, List<Parameter> parameters, Map<String, Answer> answers) {
        /** Where it is in the document, as a JSON pointer. */
        String pointer() {
            return Contract.pointer(path) + "/" + method.toLowerCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /**
     * What an operation may answer with a status.
     *
     * @param pointer to where the document says it
     */
    record Answer(String pointer, ApiResponse response) {}

    /**
     * Reads a document.
     *
     * @throws IllegalArgumentException if the reader has something to say against it
     */
    static Contract read(String base, String json) {
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(json, null, new ParseOptions());
        if (result.getMessages() != null && !result.getMessages().isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", result.getMessages()));
        }
        return new Contract(base, json, result.getOpenAPI());
    }

    /** All operations, in the order of the document. */
    List<Described> operations() {
        var all = new ArrayList<Described>();
        api.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> all.add(described(method.name(), path, operation))));
        return all;
    }

    private Described described(String method, String path, Operation operation) {
        List<Parameter> parameters = operation.getParameters() == null
                ? List.of()
                : operation.getParameters().stream().map(this::resolved).toList();
        var answers = new TreeMap<String, Answer>();
        operation.getResponses().forEach((status, response) -> {
            String reference = response.get$ref();
            String here = pointer(path) + "/" + method.toLowerCase(Locale.ROOT) + "/responses/" + status;
            answers.put(
                    status,
                    reference == null
                            ? new Answer(here, response)
                            : new Answer(
                                    reference.substring(1),
                                    api.getComponents().getResponses().get(reference.substring(RESPONSES.length()))));
        });
        return new Described(method, path, operation, parameters, answers);
    }

    private Parameter resolved(Parameter parameter) {
        String reference = parameter.get$ref();
        return reference == null
                ? parameter
                : api.getComponents().getParameters().get(reference.substring(PARAMETERS.length()));
    }

    private static String pointer(String path) {
        return "/paths/" + path.replace("~", "~0").replace("/", "~1");
    }
}
