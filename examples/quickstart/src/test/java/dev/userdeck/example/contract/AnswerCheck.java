package dev.userdeck.example.contract;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import dev.userdeck.example.contract.Contract.Answer;
import dev.userdeck.example.contract.Contract.Described;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whether an answer is one that the document declares for the operation. */
final class AnswerCheck {
    private static final String DOCUMENT = "https://userdeck.dev/openapi.json";
    private static final Pattern SCALAR = Pattern.compile("true|false|-?(0|[1-9]\\d*)");
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> TOLD = List.of("ETag", "Retry-After");

    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new HashMap<>();

    AnswerCheck(Contract contract) {
        this.registry = SchemaRegistry.withDialect(
                Dialects.getOpenApi31(),
                builder -> builder.schemas(Map.of(DOCUMENT, closed(contract.json())))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
    }

    /** The document with no object having members that it doesn't tell; but for problems, whose types add some. */
    private static String closed(String json) {
        JsonNode document = JSON.readTree(json);
        document.at("/components/schemas").forEachEntry((name, schema) -> {
            if (schema.has("properties") && !schema.has("additionalProperties") && !name.equals("Problem")) {
                ((ObjectNode) schema).put("additionalProperties", false);
            }
        });
        return JSON.writeValueAsString(document);
    }

    /** What is wrong with the answer; nothing if it is as declared. */
    List<String> of(Described described, Call call, HttpResponse<byte[]> answer) {
        var wrong = new ArrayList<String>();
        String status = Integer.toString(answer.statusCode());
        if (answer.statusCode() >= 500) {
            wrong.add("a failure: " + text(answer));
        }
        Answer answered = described.answers().get(status);
        if (answered == null) {
            wrong.add("status " + status + " is not declared: " + text(answer));
            return wrong;
        }
        ApiResponse declared = answered.response();
        for (String header : TOLD) {
            boolean told =
                    declared.getHeaders() != null && declared.getHeaders().containsKey(header);
            boolean sent = answer.headers().firstValue(header).isPresent();
            if (told != sent) {
                wrong.add(header + (sent ? " is sent with " : " is declared, but not sent with ") + status);
            }
        }
        String type = answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
        if (declared.getContent() == null) {
            if (answer.body().length > 0) {
                wrong.add("a body with " + status + ", where none is declared");
            }
        } else if (!declared.getContent().containsKey(type)) {
            wrong.add("media type " + type + " of " + status + " is not declared");
        } else if (type.endsWith("json")) {
            String at = answered.pointer() + "/content/" + type.replace("/", "~1") + "/schema";
            wrong.addAll(errors(at, text(answer)));
        }
        if (answer.statusCode() < 300) {
            forbidden(described, call).forEach(error -> wrong.add("taken, though the schema forbids it: " + error));
        }
        return wrong;
    }

    /** What the request's schemas have against what was sent. */
    private List<String> forbidden(Described described, Call call) {
        var errors = new ArrayList<String>();
        ByteBuffer body = call.body();
        if (body != null && isJson(described)) {
            String at = described.pointer() + "/requestBody/content/application~1json/schema";
            errors.addAll(
                    errors(at, StandardCharsets.UTF_8.decode(body.duplicate()).toString()));
        }
        for (int i = 0; i < described.parameters().size(); i++) {
            Parameter parameter = described.parameters().get(i);
            String text = call.query().get(parameter.getName());
            if (parameter.getIn().equals("query") && text != null) {
                errors(described.pointer() + "/parameters/" + i + "/schema", json(parameter, text))
                        .forEach(error -> errors.add(parameter.getName() + error));
            }
        }
        return errors;
    }

    private static String json(Parameter parameter, String text) {
        Set<?> types = parameter.getSchema().getTypes();
        if (types.contains("array")) {
            return JSON.writeValueAsString(text.split(",", -1));
        }
        return types.contains("string") || !SCALAR.matcher(text).matches() ? JSON.writeValueAsString(text) : text;
    }

    private static boolean isJson(Described described) {
        return described.operation().getRequestBody() != null
                && described.operation().getRequestBody().getContent().keySet().equals(Set.of("application/json"));
    }

    /** What the schema at this place of the document has against it. */
    List<String> errors(String pointer, String json) {
        Schema schema = schemas.computeIfAbsent(
                pointer,
                any -> registry.getSchema(SchemaLocation.of(
                        DOCUMENT + "#" + pointer.replace("{", "%7B").replace("}", "%7D"))));
        return schema.validate(json, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
