package dev.userdeck.internal.language;

import dev.userdeck.error.ConfigurationException;
import dev.userdeck.internal.json.JsonTree;
import dev.userdeck.language.Translation;
import dev.userdeck.libs.tools.jackson.core.JacksonException;
import dev.userdeck.libs.tools.jackson.core.JsonParser;
import dev.userdeck.libs.tools.jackson.core.ObjectReadContext;
import dev.userdeck.libs.tools.jackson.core.StreamReadFeature;
import dev.userdeck.libs.tools.jackson.core.json.JsonFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Translations on the class path: for each component, core, the dashboard or a recipe, and each language a file {@code
 * META-INF/userdeck/<component>/messages_<language>.json}, in which any jar may have its part.
 */
public final class TranslationFiles {
    private static final String FOLDER = "META-INF/userdeck/";
    private static final String MESSAGES = "messages";
    private static final String SENTENCES = "sentences";
    private static final Set<String> MEMBERS = Set.of(MESSAGES, SENTENCES);
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final List<ClassLoader> loaders;

    /**
     * On the class path of the app and on our own.
     *
     * @param own the loader of who asks
     */
    public TranslationFiles(ClassLoader own) {
        this.loaders = Stream.concat(Stream.ofNullable(Thread.currentThread().getContextClassLoader()), Stream.of(own))
                .distinct()
                .toList();
    }

    private List<URL> find(String component, String language) {
        String path = FOLDER + component + "/messages_" + language + ".json";
        var files = new LinkedHashMap<String, URL>();
        for (ClassLoader loader : loaders) {
            try {
                loader.getResources(path).asIterator().forEachRemaining(url -> files.putIfAbsent(url.toString(), url));
            } catch (IOException e) {
                throw new ConfigurationException("Could not look for " + path, e);
            }
        }
        return List.copyOf(files.values());
    }

    /**
     * What those of these components say in a language, as {@code de}; empty if there are none. Of several that have words for a
     * key, the first counts.
     *
     * @throws ConfigurationException if a file is not as it should be; it names the file
     */
    public Optional<Translation> read(List<String> components, String language) {
        List<URL> files = components.stream()
                .flatMap(component -> find(component, language).stream())
                .toList();
        return files.isEmpty() ? Optional.empty() : Optional.of(merged(files));
    }

    private static Translation merged(List<URL> files) {
        var messages = new LinkedHashMap<String, Object>();
        var sentences = new LinkedHashMap<String, List<Object>>();
        for (URL file : files) {
            Map<?, ?> document = document(file);
            members(file, document, MESSAGES).forEach((key, message) -> {
                check(file, key, message);
                messages.putIfAbsent(key, Objects.requireNonNull(message));
            });
            members(file, document, SENTENCES).forEach((action, all) -> {
                if (!(all instanceof List<?> some)) {
                    throw new ConfigurationException(file + ": " + action + " must be a list of sentences");
                }
                var told = new ArrayList<Object>(some);
                told.forEach(sentence -> check(file, action, sentence));
                sentences.putIfAbsent(action, told);
            });
        }
        return new Translation(messages, sentences);
    }

    private static Map<?, ?> document(URL file) {
        try (InputStream in = file.openStream();
                JsonParser parser = JSON.createParser(ObjectReadContext.empty(), in.readAllBytes())) {
            Object document = parser.nextToken() == null ? null : JsonTree.read(parser);
            if (document instanceof Map<?, ?> members
                    && MEMBERS.containsAll(members.keySet())
                    && parser.nextToken() == null) {
                return members;
            }
            throw notAsItShouldBe(file, document instanceof Map<?, ?> members ? members.keySet() : "no object", null);
        } catch (IOException e) {
            throw new ConfigurationException("Could not read " + file, e);
        } catch (JacksonException e) {
            throw notAsItShouldBe(file, "no JSON, " + e.getOriginalMessage(), e);
        }
    }

    private static ConfigurationException notAsItShouldBe(URL file, Object found, @Nullable Exception cause) {
        return new ConfigurationException(
                file + " must be an object with \"messages\" by key and \"sentences\" by action, but is " + found,
                cause);
    }

    private static Map<String, @Nullable Object> members(URL file, Map<?, ?> document, String name) {
        Object found = document.get(name);
        if (found == null) {
            return Map.of();
        }
        if (!(found instanceof Map<?, ?> some)) {
            throw new ConfigurationException(file + ": " + name + " must be an object");
        }
        var members = new LinkedHashMap<String, @Nullable Object>();
        some.forEach((key, value) -> members.put(String.valueOf(key), value));
        return members;
    }

    private static void check(URL file, String key, @Nullable Object message) {
        boolean plural = message instanceof Map<?, ?> forms
                && forms.get("other") != null
                && forms.values().stream().allMatch(String.class::isInstance);
        if (!plural && !(message instanceof String)) {
            throw new ConfigurationException(file + ": " + key
                    + " must be text, or an object with the text \"other\" and those of other plural categories");
        }
    }
}
