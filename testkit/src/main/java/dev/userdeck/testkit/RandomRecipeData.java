package dev.userdeck.testkit;

import dev.userdeck.recipe.spi.ImportedPart;
import dev.userdeck.recipe.spi.PartReading;
import dev.userdeck.recipe.spi.UserDataPart;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The note on a user, in imports and exports. */
final class RandomRecipeData implements UserDataPart {
    private final RandomRecipe recipe;

    RandomRecipeData(RandomRecipe recipe) {
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
    public PartReading read(Map<String, Object> row) {
        Object note = row.get(field());
        if (note == null) {
            return new PartReading.Nothing();
        }
        return note instanceof String text
                ? new PartReading.Value(text)
                : PartReading.Refused.of(field(), "text-expected", "A note is a text.");
    }

    @Override
    public Written write(List<ImportedPart> batch) {
        var changed = new HashSet<UserId>();
        for (ImportedPart part : batch) {
            recipe.note(part.user().id(), (String) part.value());
            changed.add(part.user().id());
        }
        return new Written(Map.of(), changed);
    }
}
