package dev.userdeck.language;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * What files on the class path say in a language.
 *
 * @param messages by key: words, or a map of words for each plural category
 * @param sentences by action of the audit trail: sentences that tell of an event, the first that fits counts
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Translation(Map<String, Object> messages, Map<String, List<Object>> sentences) {

    /** Copies the maps, in their order. */
    public Translation {
        messages = Collections.unmodifiableMap(new LinkedHashMap<>(messages));
        sentences = Collections.unmodifiableMap(new LinkedHashMap<>(sentences));
    }
}
