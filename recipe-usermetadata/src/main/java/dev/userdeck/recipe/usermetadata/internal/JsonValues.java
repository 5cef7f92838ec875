package dev.userdeck.recipe.usermetadata.internal;

import static java.util.Objects.requireNonNull;

import dev.userdeck.internal.json.JsonTree;
import dev.userdeck.libs.tools.jackson.core.JsonGenerator;
import dev.userdeck.libs.tools.jackson.core.JsonParser;
import dev.userdeck.libs.tools.jackson.core.ObjectReadContext;
import dev.userdeck.libs.tools.jackson.core.ObjectWriteContext;
import dev.userdeck.libs.tools.jackson.core.StreamReadConstraints;
import dev.userdeck.libs.tools.jackson.core.json.JsonFactory;
import java.io.StringWriter;
import java.util.Map;

/** Documents as {@link JsonTree}s, as imports and exports have them. Of what was checked before: nothing here is bounded. */
final class JsonValues {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private JsonValues() {}

    static Object of(String json) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            return requireNonNull(JsonTree.read(parser));
        }
    }

    static String text(Map<?, ?> members) {
        var text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            JsonTree.write(generator, members);
        }
        return text.toString();
    }
}
