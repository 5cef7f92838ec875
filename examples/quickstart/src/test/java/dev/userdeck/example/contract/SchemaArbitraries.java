package dev.userdeck.example.contract;

import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Values of a schema, and such as are near it but not of it. */
@SuppressWarnings({"rawtypes", "unchecked"}) // as the reader's models are
final class SchemaArbitraries {
    private static final String REFERENCE = "#/components/schemas/";
    private static final int HUGE = 100_000;

    private final Map<String, Schema> components;
    private final Known known;

    SchemaArbitraries(Map<String, Schema> components, Known known) {
        this.components = components;
        this.known = known;
    }

    /** Texts that have broken something before, somewhere. */
    static Arbitrary<String> odd() {
        Arbitrary<String> classics = Arbitraries.of(
                "",
                " ",
                "\u0000",
                "a\u0000b",
                "\ufeff",
                "\u202e",
                "\ud83d\ude00",
                "e\u0301",
                "\u0130",
                "\ud800",
                "\udc00x",
                "null",
                "true",
                "-1",
                "0x10",
                "1e400",
                "9223372036854775808",
                "..",
                ".",
                "%",
                "%2C",
                "%zz",
                "a,b,,c",
                "a;b",
                "' OR 1=1 --",
                "{}",
                "[]",
                "\r\nX: y",
                "\t",
                "<script>",
                "*",
                "_%",
                "\\",
                "\\u0000",
                "2026-02-30",
                "..2026");
        return Arbitraries.frequencyOf(
                Tuple.of(6, classics),
                Tuple.of(3, Arbitraries.strings().all().ofMaxLength(30)),
                Tuple.of(1, Arbitraries.strings().all().ofMinLength(200).ofMaxLength(2100)));
    }

    /** A value that the schema allows, as Java's maps, lists and scalars. */
    Arbitrary<@Nullable Object> valid(String name, Schema<?> asked) {
        Schema<?> schema = resolved(asked);
        if (schema.getAnyOf() != null || schema.getOneOf() != null) {
            Collection<Schema> either = schema.getAnyOf() != null ? schema.getAnyOf() : schema.getOneOf();
            return Arbitraries.oneOf(either.stream()
                    .<Arbitrary<@Nullable Object>>map(each -> valid(name, each))
                    .toList());
        }
        if (schema.getEnum() != null) {
            return Arbitraries.of(new ArrayList<Object>(schema.getEnum()));
        }
        Set<String> types = types(schema);
        Arbitrary<@Nullable Object> values = ofType(name, schema, types);
        return types.contains("null") ? values.injectNull(0.15) : values;
    }

    private Arbitrary<@Nullable Object> ofType(String name, Schema<?> schema, Set<String> types) {
        if (types.contains("object")) {
            return object(name, schema);
        }
        if (types.contains("array")) {
            return valid(name, schema.getItems())
                    .list()
                    .ofMinSize(schema.getMinItems() == null ? 0 : schema.getMinItems())
                    .ofMaxSize(4)
                    .map(list -> list);
        }
        if (types.contains("boolean")) {
            return Arbitraries.of(true, false);
        }
        if (types.contains("integer") || types.contains("number")) {
            return number(schema).map(number -> number);
        }
        return types.contains("string") ? text(name, schema).map(text -> text) : anything();
    }

    private Arbitrary<Long> number(Schema<?> schema) {
        boolean small = "int32".equals(schema.getFormat());
        long least = orElse(schema.getMinimum(), small ? Integer.MIN_VALUE : Long.MIN_VALUE);
        long most = orElse(schema.getMaximum(), small ? Integer.MAX_VALUE : Long.MAX_VALUE);
        long few = Math.max(least, 0);
        long many = Math.max(few, Math.min(most, 100));
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.of(least, most)),
                Tuple.of(2, Arbitraries.longs().between(few, many)),
                Tuple.of(1, Arbitraries.longs().between(least, most)));
    }

    private static long orElse(@Nullable BigDecimal bound, long otherwise) {
        return bound == null ? otherwise : bound.longValueExact();
    }

    /** A known value more often than not: most texts name something, and what isn't there is soon refused. */
    Arbitrary<String> text(String name, Schema<?> schema) {
        int least = schema.getMinLength() == null ? 0 : schema.getMinLength();
        int most = schema.getMaxLength() == null ? 2000 : schema.getMaxLength();
        Arbitrary<String> free = Arbitraries.oneOf(
                odd().filter(text -> text.length() >= least && text.length() <= most),
                Arbitraries.strings().all().ofMinLength(least).ofMaxLength(Math.min(most, least + 20)),
                Arbitraries.strings().alpha().ofMinLength(Math.max(least, 1)).ofMaxLength(Math.min(most, least + 12)));
        return Arbitraries.frequencyOf(
                Tuple.of(
                        5,
                        Arbitraries.randomValue(random -> known.value(name, random))
                                .filter(text -> text.length() >= least && text.length() <= most)),
                Tuple.of(1, free));
    }

    private Arbitrary<@Nullable Object> object(String name, Schema<?> schema) {
        Map<String, Schema> properties = schema.getProperties() == null ? Map.of() : schema.getProperties();
        if (properties.isEmpty()) {
            if (schema.getAdditionalProperties() instanceof Schema<?> each) {
                return Arbitraries.maps(Arbitraries.randomValue(random -> known.value(name, random)), valid(name, each))
                        .ofMaxSize(3)
                        .map(map -> map);
            }
            return Arbitraries.just(Map.of());
        }
        var members = new ArrayList<Arbitrary<Map<String, @Nullable Object>>>();
        List<String> required = schema.getRequired() == null ? List.of() : schema.getRequired();
        properties.forEach((member, of) -> {
            Arbitrary<Map<String, @Nullable Object>> there = valid(member, of).map(value -> {
                var one = new HashMap<String, @Nullable Object>();
                one.put(member, value);
                return one;
            });
            members.add(
                    required.contains(member)
                            ? there
                            : Arbitraries.frequencyOf(
                                    Tuple.of(2, there), Tuple.of(1, Arbitraries.just(new HashMap<>()))));
        });
        return Combinators.combine(members).as(parts -> {
            var object = new LinkedHashMap<String, @Nullable Object>();
            parts.forEach(object::putAll);
            return object;
        });
    }

    /** What is like a value of the schema, but for a member: of another type, gone, unknown, or far too large. */
    Arbitrary<@Nullable Object> near(String name, Schema<?> asked) {
        Schema<?> schema = resolved(asked);
        Map<String, Schema> properties = schema.getProperties();
        if (properties == null) {
            return anything();
        }
        Arbitrary<String> member =
                Arbitraries.frequencyOf(Tuple.of(6, Arbitraries.of(properties.keySet())), Tuple.of(1, odd()));
        return Combinators.combine(
                        valid(name, schema),
                        member,
                        anything(),
                        Arbitraries.integers().between(0, 9))
                .as((value, which, other, how) -> {
                    var object = new LinkedHashMap<>((Map<String, @Nullable Object>) value);
                    switch (how) {
                        case 0 -> object.remove(which);
                        case 1 -> object.put(which, "\u00fc".repeat(HUGE));
                        case 2 -> object.put(which, null);
                        default -> object.put(which, other);
                    }
                    return object;
                });
    }

    /** Any JSON. */
    static Arbitrary<@Nullable Object> anything() {
        Arbitrary<@Nullable Object> scalars = Arbitraries.oneOf(
                Arbitraries.of(true, false, 0, -1, 1.5, new BigDecimal("1e400"), Long.MIN_VALUE, Integer.MAX_VALUE),
                Arbitraries.integers(),
                odd());
        return Arbitraries.oneOf(
                scalars.injectNull(0.1),
                scalars.injectNull(0.1).list().ofMaxSize(3).map(list -> list),
                Arbitraries.maps(odd(), scalars).ofMaxSize(3).map(map -> map),
                Arbitraries.of(0, 50, 99, 200).map(SchemaArbitraries::deep));
    }

    private static Object deep(int levels) {
        Object value = "deep";
        for (int i = 0; i < levels; i++) {
            value = List.of(value);
        }
        return value;
    }

    private Schema<?> resolved(Schema<?> schema) {
        String reference = schema.get$ref();
        return reference == null ? schema : components.get(reference.substring(REFERENCE.length()));
    }

    private static Set<String> types(Schema<?> schema) {
        if (schema.getTypes() != null) {
            return schema.getTypes();
        }
        return schema.getType() == null ? Set.of() : Set.of(schema.getType());
    }
}
