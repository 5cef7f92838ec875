package dev.userdeck.example.docs;

import dev.userdeck.dashboard.spi.Action;
import dev.userdeck.dashboard.spi.AuditText;
import dev.userdeck.dashboard.spi.Column.Kind;
import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.dashboard.spi.Field;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.dashboard.spi.UserSection;
import dev.userdeck.dashboard.spi.UserSection.FactRow;
import dev.userdeck.dashboard.spi.UserSection.FactSheet;
import dev.userdeck.dashboard.spi.UserSection.FactSheetData;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.Request;
import dev.userdeck.http.spi.Response;
import dev.userdeck.http.spi.Route;
import dev.userdeck.operator.Permission;
import dev.userdeck.operator.Preset;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.recipe.spi.SchemaScripts;
import dev.userdeck.recipe.spi.UserListener;
import dev.userdeck.user.User;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A note about a user, which operators read and write on the user page. */
public final class NotesRecipe implements Recipe {
    private static final Permission NOTES_READ = new Permission("notes:read", Preset.VIEWER);
    private static final Permission NOTES_WRITE = new Permission("notes:write", Preset.SUPPORT);

    private @Nullable Notes notes;

    /** The body of the one route. */
    public record NewNote(@Nullable String words) {}

    @Override
    public RecipeId id() {
        return new RecipeId("notes");
    }

    @Override
    public Optional<SchemaScripts> schema() {
        return Optional.of(SchemaScripts.of(NotesRecipe.class, "V001__create_notes.sql"));
    }

    @Override
    public void start(RecipeContext context) {
        notes = new Notes(context.database(), context.audit());
        context.expose(Notes.class, notes);
    }

    @Override
    public DashboardContribution dashboard() {
        Route write = Route.put("/users/{userId}/note")
                .permission(NOTES_WRITE)
                .body(NewNote.class)
                .handle(this::write);
        Action edit = Action.of(Text.of("notes.edit", "Write note"), write)
                .form(Field.required("words", Field.Kind.LONG, Text.of("notes.words", "Note")))
                .done(Text.of("notes.written", "Note written"));
        var sheet = new FactSheet(List.of(edit), request -> {
            String words = notes.find(request.user().id()).orElse(null);
            return new FactSheetData(null, List.of(new FactRow(Text.of("notes.words", "Note"), Kind.TEXT, words)));
        });
        return DashboardContribution.builder()
                .routes(write)
                .auditTexts(
                        AuditText.of("notes.", "Notes"),
                        AuditText.of(NotesAuditActions.NOTE_WRITTEN, "Note written")
                                .sentence("{actor} wrote the note “{words}”")
                                .sentence("Wrote the note “{words}”"))
                .section(UserSection.of("note", Text.of("notes.title", "Note"), "edit", NOTES_READ, sheet))
                .build();
    }

    @Override
    public List<UserListener> listeners() {
        return List.of(new UserListener() {
            @Override
            public void merged(User into, User from) {
                notes.move(from.id(), into.id());
            }
        });
    }

    private Response write(Request<NewNote> request) {
        String words = request.body().words();
        if (words == null || words.isBlank() || words.length() > 255) {
            throw Problem.invalid("words", "length", "A note has 1 to 255 characters")
                    .exception();
        }
        notes.write(request.user().id(), words, request.actor());
        return Response.noContent();
    }
}
