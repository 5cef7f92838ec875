package dev.userdeck.language;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.actor.Actor;
import dev.userdeck.user.UserId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The languages in which the app speaks to its users and operators: English, German, and each of which the class path has a file
 * {@code META-INF/userdeck/core/messages_<language>.json}. Safe for use by many threads.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface Languages {

    /**
     * What is said to somebody who reads these languages, best first: in the first of them that is spoken here, or else in the
     * app's.
     */
    Words of(List<Locale> wanted);

    /**
     * What is said to a user: in the user's language if the app {@linkplain dev.userdeck.Userdeck.Builder#userLanguage tells}
     * it; or else in that of the browser, when it is the user who acts, and not an operator or the app itself; or else in the app's.
     *
     * @param actor whose act it is that the user is told of
     */
    Words of(UserId reader, Actor actor);

    /**
     * What files of these components say in a language, whether or not it is spoken here; empty if there are none. Of several that have
     * words for a key, the first counts.
     *
     * @param components {@code core}, {@code dashboard} or ids of recipes
     * @param language in two letters, as {@code de}
     * @throws dev.userdeck.error.ConfigurationException if a file is not as it should be; it names the file
     */
    Optional<Translation> translation(List<String> components, String language);
}
