package dev.userdeck.internal.language;

import dev.userdeck.actor.Actor;
import dev.userdeck.error.ConfigurationException;
import dev.userdeck.language.Languages;
import dev.userdeck.language.Translation;
import dev.userdeck.language.Words;
import dev.userdeck.user.UserId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Languages by the files on the class path, which are read once. */
public final class TranslatedLanguages implements Languages {
    private static final String CORE = "core";

    private final Map<String, Words> spoken = new LinkedHashMap<>();
    private final TranslationFiles files = new TranslationFiles(TranslatedLanguages.class.getClassLoader());
    private final Words own;
    private final Function<UserId, Optional<Locale>> userLanguage;

    /**
     * Reads them.
     *
     * @param own the app's language
     * @param userLanguage what the app knows of a user
     * @param recipes the ids of those that run
     * @throws ConfigurationException if a file is not as it should be, or there are no words in the app's language
     */
    public TranslatedLanguages(Locale own, Function<UserId, Optional<Locale>> userLanguage, List<String> recipes) {
        this.userLanguage = userLanguage;
        List<String> components =
                Stream.concat(Stream.of(CORE), recipes.stream()).toList();
        String english = Locale.ENGLISH.getLanguage();
        for (String language : Locale.getISOLanguages()) {
            if (language.equals(english) || files.read(List.of(CORE), language).isPresent()) {
                Map<String, Object> messages = files.read(components, language)
                        .map(Translation::messages)
                        .orElse(Map.of());
                spoken.put(language, new TranslatedWords(new Locale(language), messages));
            }
        }
        Words words = spoken.get(own.getLanguage());
        if (words == null) {
            throw new ConfigurationException("There are no words in language(" + own
                    + "): put a file META-INF/userdeck/core/messages_" + own.getLanguage() + ".json on the class path");
        }
        this.own = words;
    }

    @Override
    public Words of(List<Locale> wanted) {
        for (Locale language : wanted) {
            Words words = spoken.get(language.getLanguage());
            if (words != null) {
                return words;
            }
        }
        return own;
    }

    @Override
    public Words of(UserId reader, Actor actor) {
        var wanted = new ArrayList<Locale>();
        userLanguage.apply(reader).ifPresent(wanted::add);
        if (actor.isUser()) {
            wanted.addAll(actor.languages());
        }
        return of(wanted);
    }

    @Override
    public Optional<Translation> translation(List<String> components, String language) {
        return files.read(components, language);
    }
}
