package dev.userdeck.example.contract;

import static java.util.stream.Collectors.joining;

import dev.userdeck.example.contract.Contract.Described;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Requests to an operation: good ones, and such as go wrong in one way or in several. */
final class Calls {
    private static final JsonMapper PLAIN = new JsonMapper();
    private static final JsonMapper ESCAPED =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** Containers refuse what is longer before we see it. */
    private static final int LONGEST = 7000;

    private final Contract contract;
    private final Known known;
    private final SchemaArbitraries values;

    /** A body and what it says it is; both null for none. */
    private record Body(
            @Nullable ByteBuffer bytes, @Nullable String type) {
        static Body of(byte[] bytes, @Nullable String type) {
            return new Body(ByteBuffer.wrap(bytes), type);
        }
    }

    Calls(Contract contract, Known known) {
        this.contract = contract;
        this.known = known;
        this.values = new SchemaArbitraries(contract.api().getComponents().getSchemas(), known);
    }

    /** Of which each is made when it is asked for, as what is there changes with each request. */
    Arbitrary<Call> of(Described described) {
        boolean changes = !described.method().equals("GET");
        Arbitrary<Boolean> signedIn = Arbitraries.frequency(Tuple.of(30, true), Tuple.of(1, false));
        Arbitrary<String> site =
                Arbitraries.frequency(Tuple.of(30, "same-origin"), Tuple.of(1, "cross-site"), Tuple.of(1, ""));
        return Combinators.combine(
                        path(described),
                        query(described.parameters()),
                        ifMatch(described),
                        body(described),
                        signedIn,
                        site)
                .as((path, query, match, body, mayAsk, from) -> {
                    var headers = new HashMap<String, String>();
                    if (changes && !from.isEmpty()) {
                        headers.put("Sec-Fetch-Site", from);
                    }
                    if (!match.isEmpty()) {
                        headers.put("If-Match", match.equals(Known.CURRENT) ? known.etag(path) : match);
                    }
                    if (body.type() != null) {
                        headers.put("Content-Type", body.type());
                    }
                    String target = contract.base() + path.substring(1) + Call.query(query);
                    return new Call(described.method(), target, query, headers, body.bytes(), mayAsk);
                })
                .filter(call -> call.target().length() < LONGEST);
    }

    /** With things that are there; or with one that isn't, or can't be. */
    private Arbitrary<String> path(Described described) {
        Arbitrary<Map<String, String>> there =
                Arbitraries.randomValue(random -> known.inPath(described.path(), random));
        Arbitrary<String> odd = Arbitraries.oneOf(
                        SchemaArbitraries.odd(),
                        Arbitraries.strings().alpha().numeric().ofLength(36))
                .filter(Calls::passesTheContainer);
        Arbitrary<Integer> which = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.just(-1)),
                Tuple.of(1, Arbitraries.integers().between(0, 1)));
        return Combinators.combine(there, odd, which).as((names, other, at) -> {
            String path = described.path();
            int index = 0;
            for (Map.Entry<String, String> each : names.entrySet()) {
                String value = index++ == at ? other : each.getValue();
                path = path.replace("{" + each.getKey() + "}", Call.encoded(value));
            }
            return path;
        });
    }

    /** Containers refuse by themselves what could be read as another path, and answer with a page of theirs. */
    private static boolean passesTheContainer(String segment) {
        return !segment.isEmpty() && !segment.matches("\\.+") && !segment.matches("(?s).*[/\\\\;%\\x00-\\x1f\\x7f].*");
    }

    private Arbitrary<Map<String, String>> query(List<Parameter> parameters) {
        List<Parameter> inQuery =
                parameters.stream().filter(each -> each.getIn().equals("query")).toList();
        if (inQuery.isEmpty()) {
            return Arbitraries.just(Map.of());
        }
        double share = Math.min(0.5, 1.5 / inQuery.size());
        Arbitrary<List<@Nullable String>> each = Combinators.combine(inQuery.stream()
                        .map(parameter -> parameter(parameter).injectNull(1 - share))
                        .toList())
                .as(list -> list);
        Arbitrary<Map<String, String>> more = Arbitraries.frequencyOf(
                Tuple.of(20, Arbitraries.just(Map.of())),
                Tuple.of(
                        1,
                        Arbitraries.maps(SchemaArbitraries.odd(), SchemaArbitraries.odd())
                                .ofSize(1)));
        return Combinators.combine(each, more).as((texts, further) -> {
            var query = new LinkedHashMap<>(further);
            for (int i = 0; i < texts.size(); i++) {
                if (texts.get(i) != null) {
                    query.put(inQuery.get(i).getName(), texts.get(i));
                }
            }
            return query;
        });
    }

    private Arbitrary<String> parameter(Parameter parameter) {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        6,
                        values.valid(parameter.getName(), parameter.getSchema()).map(Calls::asText)),
                Tuple.of(1, SchemaArbitraries.odd()));
    }

    /** A list as {@code explode: false} has it. */
    private static String asText(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(joining(","))
                : String.valueOf(value);
    }

    private static Arbitrary<String> ifMatch(Described described) {
        boolean versioned =
                described.parameters().stream().anyMatch(each -> each.getName().equals("If-Match"));
        if (!versioned) {
            return Arbitraries.just("");
        }
        return Arbitraries.frequency(
                Tuple.of(12, Known.CURRENT),
                Tuple.of(1, ""),
                Tuple.of(1, "\"999\""),
                Tuple.of(1, "*"),
                Tuple.of(1, "W/\"1\""),
                Tuple.of(1, "1"));
    }

    private Arbitrary<Body> body(Described described) {
        if (described.operation().getRequestBody() == null) {
            return Arbitraries.frequency(
                    Tuple.of(20, new Body(null, null)),
                    Tuple.of(1, Body.of("{}".getBytes(StandardCharsets.UTF_8), "application/json")));
        }
        Content content = described.operation().getRequestBody().getContent();
        Arbitrary<Body> good = Arbitraries.of(content.keySet())
                .flatMap(type -> body(type, content.get(type).getSchema()));
        if (!known.body(described.toString(), new Random(0)).isEmpty()) {
            Arbitrary<Body> seed = Arbitraries.randomValue(random ->
                    Body.of(PLAIN.writeValueAsBytes(known.body(described.toString(), random)), "application/json"));
            good = Arbitraries.oneOf(good, seed);
        }
        Arbitrary<Body> other = Combinators.combine(
                        Arbitraries.of(
                                "{",
                                "",
                                "null",
                                "[]",
                                "\"x\"",
                                "{\"a\":1,\"a\":2}",
                                "{} {}",
                                "\u00ff",
                                "NaN",
                                "{'a':1}"),
                        Arbitraries.of(
                                "application/json",
                                "application/json; charset=utf-8",
                                "text/plain",
                                "text/csv",
                                "",
                                "x"))
                .as((text, type) -> Body.of(
                        text.getBytes(text.equals("\u00ff") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8),
                        type.isEmpty() ? null : type));
        return Arbitraries.frequencyOf(Tuple.of(7, good), Tuple.of(1, other));
    }

    private Arbitrary<Body> body(String type, Schema<?> schema) {
        if ("string".equals(schema.getType())
                || (schema.getTypes() != null && schema.getTypes().contains("string"))) {
            return Arbitraries.randomValue(random -> Body.of(known.file(type, random), type));
        }
        Arbitrary<@Nullable Object> value =
                Arbitraries.frequencyOf(Tuple.of(4, values.valid("", schema)), Tuple.of(1, values.near("", schema)));
        return Combinators.combine(value, Arbitraries.of(PLAIN, ESCAPED))
                .as((sent, mapper) -> Body.of(mapper.writeValueAsString(sent).getBytes(StandardCharsets.UTF_8), type));
    }
}
