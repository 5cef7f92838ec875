package dev.userdeck.dashboard.internal.ui;

import dev.userdeck.error.ConfigurationException;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemException;
import dev.userdeck.servlet.internal.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Words that the class path adds to those of the front end: for each component, the dashboard or a recipe, and each language a
 * file {@code META-INF/userdeck/<component>/messages_<language>.json}, in which any jar may have its part. Of several that have
 * words for a key, the first on the class path counts.
 */
public final class Translations {
    private static final String DASHBOARD = "dashboard";
    private static final String FOLDER = "META-INF/userdeck/";

    /**
     * What a file has.
     *
     * @param messages by key: words, or an object of words for each plural category
     * @param sentences by action of the audit trail: sentences that tell of an event, the first that fits counts
     */
    private record Words(
            @Nullable Map<String, Object> messages,
            @Nullable Map<String, List<Object>> sentences) {}

    private final List<ClassLoader> loaders;
    private final List<String> components;
    private final Json json;

    /**
     * For recipes with these ids, on the class path of the app and on our own.
     *
     * @param own the loader of the dashboard
     */
    public Translations(ClassLoader own, List<String> recipes, Json json) {
        this.loaders = Stream.concat(Stream.ofNullable(Thread.currentThread().getContextClassLoader()), Stream.of(own))
                .distinct()
                .toList();
        this.components = recipes;
        this.json = json;
    }

    /**
     * All of it, by language: a document as the files are. A language is there if the front end has it or the dashboard has a file
     * of it, and somebody has words.
     *
     * @param built the languages of the front end, as {@code de}
     * @throws ConfigurationException if a file is not as it should be; it names the file
     */
    Map<String, byte[]> documents(Set<String> built) {
        var documents = new LinkedHashMap<String, byte[]>();
        for (String language : Locale.getISOLanguages()) {
            List<URL> ofDashboard = files(DASHBOARD, language);
            if (!ofDashboard.isEmpty() || built.contains(language)) {
                var files = new ArrayList<>(ofDashboard);
                components.forEach(component -> files.addAll(files(component, language)));
                if (!files.isEmpty()) {
                    documents.put(language, json.write(merged(files)));
                }
            }
        }
        return documents;
    }

    private Words merged(List<URL> files) {
        var messages = new LinkedHashMap<String, Object>();
        var sentences = new LinkedHashMap<String, List<Object>>();
        for (URL file : files) {
            Words words = read(file);
            Objects.requireNonNullElse(words.messages, Map.<String, Object>of()).forEach((key, message) -> {
                check(file, key, message);
                messages.putIfAbsent(key, message);
            });
            Objects.requireNonNullElse(words.sentences, Map.<String, List<Object>>of())
                    .forEach((action, all) -> {
                        all.forEach(sentence -> check(file, action, sentence));
                        sentences.putIfAbsent(action, all);
                    });
        }
        return new Words(messages, sentences);
    }

    private Words read(URL file) {
        try (InputStream in = file.openStream()) {
            return json.read(in.readAllBytes(), Words.class);
        } catch (IOException e) {
            throw new ConfigurationException("Could not read " + file, e);
        } catch (ProblemException e) {
            Problem problem = e.problem();
            throw new ConfigurationException(
                    file + " must be an object with \"messages\" by key and \"sentences\" by action: "
                            + problem.type().title() + ", " + problem.detail() + " " + problem.errors(),
                    e);
        }
    }

    private static void check(URL file, String key, Object message) {
        boolean plural = message instanceof Map<?, ?> forms
                && forms.get("other") != null
                && forms.values().stream().allMatch(String.class::isInstance);
        if (!plural && !(message instanceof String)) {
            throw new ConfigurationException(file + ": " + key
                    + " must be text, or an object with the text \"other\" and those of other plural" + " categories");
        }
    }

    private List<URL> files(String component, String language) {
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
}
