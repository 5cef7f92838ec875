package dev.userdeck.dashboard.internal.ui;

import dev.userdeck.language.Translation;
import dev.userdeck.servlet.internal.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Words that the class path adds to those of the front end, of the dashboard, of core and of recipes. */
public final class Translations {
    private static final String DASHBOARD = "dashboard";

    private final Files files;
    private final List<String> components;
    private final Json json;

    /** What files on the class path say, as {@link dev.userdeck.language.Languages#translation}. */
    @FunctionalInterface
    public interface Files {
        /** What those of these components say in a language. */
        Optional<Translation> read(List<String> components, String language);
    }

    /**
     * For what recipes say, beside the dashboard and core.
     *
     * @param recipes their ids
     */
    public Translations(Files files, List<String> recipes, Json json) {
        this.files = files;
        this.components =
                Stream.concat(Stream.of(DASHBOARD, "core"), recipes.stream()).toList();
        this.json = json;
    }

    /**
     * All of it, by language: a document as the files are. A language is there if the front end has it or the dashboard has a file
     * of it, and somebody has words.
     *
     * @param built the languages of the front end, as {@code de}
     * @throws dev.userdeck.error.ConfigurationException if a file is not as it should be; it names the file
     */
    Map<String, byte[]> documents(Set<String> built) {
        var documents = new LinkedHashMap<String, byte[]>();
        for (String language : Locale.getISOLanguages()) {
            if (built.contains(language)
                    || files.read(List.of(DASHBOARD), language).isPresent()) {
                files.read(components, language)
                        .ifPresent(translation -> documents.put(language, document(translation)));
            }
        }
        return documents;
    }

    private byte[] document(Translation translation) {
        var document = new LinkedHashMap<String, Object>();
        document.put("messages", translation.messages());
        document.put("sentences", translation.sentences());
        return json.write(document);
    }
}
