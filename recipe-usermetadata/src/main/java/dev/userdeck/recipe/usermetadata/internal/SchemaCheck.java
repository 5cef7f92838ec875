package dev.userdeck.recipe.usermetadata.internal;

import dev.userdeck.error.ConfigurationException;
import dev.userdeck.libs.com.networknt.schema.Error;
import dev.userdeck.libs.com.networknt.schema.InputFormat;
import dev.userdeck.libs.com.networknt.schema.Schema;
import dev.userdeck.libs.com.networknt.schema.SchemaException;
import dev.userdeck.libs.com.networknt.schema.SchemaLocation;
import dev.userdeck.libs.com.networknt.schema.SchemaRegistry;
import dev.userdeck.libs.com.networknt.schema.SchemaRegistryConfig;
import dev.userdeck.libs.com.networknt.schema.SpecificationVersion;
import dev.userdeck.libs.tools.jackson.core.JacksonException;
import dev.userdeck.recipe.usermetadata.MetadataError;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Checks objects against the app's JSON Schema. Nothing is fetched: a reference leads to the schema itself, or to the drafts' own that the library holds.
 */
final class SchemaCheck {
    private static final String DRAFTS = "https://json-schema.org/";
    private static final String DRAFT_2020_12 = DRAFTS + "draft/2020-12/schema";
    private static final String CODE = "json-schema";
    private static final int TOLD = 3;

    private final Schema schema;

    private SchemaCheck(Schema schema) {
        this.schema = schema;
    }

    /**
     * Reads a schema.
     *
     * @throws ConfigurationException if it is none, refers to what isn't there, or never ends
     */
    static SchemaCheck of(String text) {
        var registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaLoader(
                                loader -> loader.allow(iri -> iri.toString().startsWith(DRAFTS)))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .locale(Locale.ENGLISH)
                                .regularExpressionFactory(BoundedPattern::new)
                                .build()));
        try {
            List<Error> wrong =
                    registry.getSchema(SchemaLocation.of(DRAFT_2020_12)).validate(text, InputFormat.JSON);
            if (!wrong.isEmpty()) {
                throw new ConfigurationException("The schema for metadata is no JSON Schema: " + words(wrong));
            }
            Schema schema = registry.getSchema(text, InputFormat.JSON);
            schema.initializeValidators();
            schema.validate("{}", InputFormat.JSON);
            return new SchemaCheck(schema);
        } catch (JacksonException | SchemaException e) {
            throw new ConfigurationException("The schema for metadata can't be used: " + e.getMessage(), e);
        } catch (StackOverflowError e) {
            throw new ConfigurationException("The schema for metadata refers to itself without end");
        }
    }

    /** What is wrong with an object that is within the limits; empty when it fits. */
    Optional<MetadataError> problem(String json) {
        List<Error> errors;
        try {
            errors = schema.validate(json, InputFormat.JSON);
        } catch (JacksonException e) {
            return refused("A number in it is too long to be checked.");
        } catch (BoundedPattern.TooHardException e) {
            return refused("A text in it is too hard to check against the pattern for it.");
        }
        return errors.isEmpty() ? Optional.empty() : refused(words(errors));
    }

    private static Optional<MetadataError> refused(String words) {
        return Optional.of(new MetadataError(CODE, words, 0, 0));
    }

    private static String words(List<Error> errors) {
        String told = errors.stream().limit(TOLD).map(SchemaCheck::words).collect(Collectors.joining(" "));
        int left = errors.size() - TOLD;
        return left > 0 ? told + " And " + left + " more." : told;
    }

    private static String words(Error error) {
        String path = error.getInstanceLocation().toString();
        String property = error.getProperty();
        return switch (error.getKeyword()) {
            case "required" -> path + "/" + escape(property) + ": is missing.";
            case "additionalProperties", "unevaluatedProperties" -> path + "/" + escape(property) + ": is not known.";
            case "enum" -> at(path) + "must be " + choices(error) + ".";
            case "const" -> at(path) + "must be " + error.getSchemaNode() + ".";
            default -> at(path) + error.getMessage() + ".";
        };
    }

    private static String at(String path) {
        return path.isEmpty() ? "The object: " : path + ": ";
    }

    /** "bronze, silver or gold". */
    private static String choices(Error error) {
        List<String> values = error.getSchemaNode()
                .valueStream()
                .map(value -> value.isString() ? value.asString() : value.toString())
                .toList();
        int last = values.size() - 1;
        return last < 1
                ? String.join("", values)
                : String.join(", ", values.subList(0, last)) + " or " + values.get(last);
    }

    /** One step of a JSON Pointer (RFC 6901). */
    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
