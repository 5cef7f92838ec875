package dev.userdeck.dashboard.internal;

import dev.userdeck.user.UserId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The recipes' values for one page of the users list.
 *
 * @param byUser the cells by column, for each user who has one
 * @param errors what to say in a column that failed, by column
 */
record Cells(Map<UserId, Map<String, Object>> byUser, Map<String, String> errors) {

    void put(String column, Map<UserId, Object> values) {
        values.forEach((user, value) ->
                byUser.computeIfAbsent(user, id -> new LinkedHashMap<>()).put(column, value));
    }

    Map<String, Object> of(UserId user) {
        return byUser.getOrDefault(user, Map.of());
    }
}
