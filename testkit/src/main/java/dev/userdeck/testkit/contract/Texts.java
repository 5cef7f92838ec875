package dev.userdeck.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.recipe.spi.RecipeId;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of a recipe, wherever they stand. */
final class Texts {
    /** Parts whose words are called otherwise: by the kind of a mail, and by the name of a permission. */
    private static final Set<String> CALLED_OTHERWISE = Set.of("mailKinds", "permissionTexts");

    private Texts() {}

    /** Fails unless all of its words have keys of the recipe's own, and each key is of the same words everywhere. */
    static void check(RecipeId recipe, DashboardContribution dashboard) {
        checkKeys(recipe, dashboard);
        List<Text> all = in(dashboard);
        var byKey = new HashMap<String, Text>();
        for (Text text : all) {
            Text other = byKey.putIfAbsent(text.key(), text);
            assertThat(other == null ? text : other)
                    .as(
                            "the words under the key %s: other words need a key of their own, or both are translated alike",
                            text.key())
                    .isEqualTo(text);
        }
    }

    /** Fails unless all words in it have keys of the recipe's own. */
    static void checkKeys(RecipeId recipe, Object root) {
        for (Text text : in(root)) {
            assertThat(text.key())
                    .as(
                            "the key of the text “%s” begins with the recipe's id and a dot, or a translation is looked for"
                                    + " elsewhere",
                            text.text())
                    .startsWith(recipe + ".");
        }
    }

    /** All texts in a record, in the records within it, and so on. */
    private static List<Text> in(Object root) {
        var found = new ArrayList<Text>();
        collect(root, found);
        return found;
    }

    private static void collect(@Nullable Object value, List<Text> found) {
        if (value instanceof Text text) {
            found.add(text);
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(each -> collect(each, found));
        } else if (value instanceof Iterable<?> several) {
            several.forEach(each -> collect(each, found));
        } else if (value instanceof Record record && record.getClass().getPackage() == Text.class.getPackage()) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                if (!CALLED_OTHERWISE.contains(component.getName())) {
                    collect(value(component, record), found);
                }
            }
        }
    }

    private static @Nullable Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("Could not read " + component, e);
        }
    }
}
