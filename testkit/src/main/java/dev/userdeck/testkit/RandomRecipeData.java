package dev.userdeck.testkit;

import dev.userdeck.recipe.spi.FieldReading;
import dev.userdeck.recipe.spi.ImportedField;
import dev.userdeck.recipe.spi.UserDataField;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The note on a user, in imports and exports. */
final class RandomRecipeData implements UserDataField {
    private final RandomRecipeState recipe;

    RandomRecipeData(RandomRecipeState recipe) {
        this.recipe = recipe;
    }

    @Override
    public String field() {
        return recipe.id() + "Note";
    }

    @Override
    public Map<UserId, Object> export(Collection<User> users, Scope scope) {
        var notes = new HashMap<UserId, Object>();
        for (User user : users) {
            String note = recipe.noteOn(user.id());
            if (note != null) {
                notes.put(user.id(), note);
            }
        }
        return notes;
    }

    @Override
    public FieldReading read(Map<String, Object> row) {
        Object note = row.get(field());
        if (note == null) {
            return new FieldReading.Nothing();
        }
        return note instanceof String text
                ? new FieldReading.Value(text)
                : FieldReading.Refused.of(field(), "text-expected", "A note is a text.");
    }

    @Override
    public Written write(List<ImportedField> batch) {
        var changed = new HashSet<UserId>();
        for (ImportedField part : batch) {
            recipe.note(part.user().id(), (String) part.value());
            changed.add(part.user().id());
        }
        return new Written(Map.of(), changed);
    }
}
