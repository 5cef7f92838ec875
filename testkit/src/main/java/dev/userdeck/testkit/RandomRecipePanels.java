package dev.userdeck.testkit;

import dev.userdeck.dashboard.spi.Action;
import dev.userdeck.dashboard.spi.AuditText;
import dev.userdeck.dashboard.spi.Column;
import dev.userdeck.dashboard.spi.Column.ChipValue;
import dev.userdeck.dashboard.spi.Column.StatusValue;
import dev.userdeck.dashboard.spi.Confirm;
import dev.userdeck.dashboard.spi.CreateFields;
import dev.userdeck.dashboard.spi.CreateFields.CreateField;
import dev.userdeck.dashboard.spi.CreateFields.Creation;
import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.dashboard.spi.Fact;
import dev.userdeck.dashboard.spi.Field;
import dev.userdeck.dashboard.spi.SectionRequest;
import dev.userdeck.dashboard.spi.TableRow;
import dev.userdeck.dashboard.spi.Text;
import dev.userdeck.dashboard.spi.Tone;
import dev.userdeck.dashboard.spi.UserSection;
import dev.userdeck.dashboard.spi.UserSection.Add;
import dev.userdeck.dashboard.spi.UserSection.Chip;
import dev.userdeck.dashboard.spi.UserSection.Chips;
import dev.userdeck.dashboard.spi.UserSection.ChipsData;
import dev.userdeck.dashboard.spi.UserSection.FactRow;
import dev.userdeck.dashboard.spi.UserSection.FactSheet;
import dev.userdeck.dashboard.spi.UserSection.FactSheetData;
import dev.userdeck.dashboard.spi.UserSection.Headline;
import dev.userdeck.dashboard.spi.UserSection.Json;
import dev.userdeck.dashboard.spi.UserSection.JsonData;
import dev.userdeck.dashboard.spi.UserSection.More;
import dev.userdeck.dashboard.spi.UserSection.MoreItem;
import dev.userdeck.dashboard.spi.UserSection.Table;
import dev.userdeck.dashboard.spi.UsersColumn;
import dev.userdeck.error.FieldError;
import dev.userdeck.http.spi.Route;
import dev.userdeck.tenant.Scope;
import dev.userdeck.testkit.RandomRecipeState.Settings;
import dev.userdeck.testkit.RandomRecipeState.Tag;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What {@link RandomRecipe} shows. */
final class RandomRecipePanels {
    private final RandomRecipeState recipe;
    private final RandomRecipeRoutes routes;
    private final RandomRecipeFilters filters;
    private final RandomRecipePage things;

    RandomRecipePanels(RandomRecipeState recipe, RandomRecipeRoutes routes) {
        this.recipe = recipe;
        this.routes = routes;
        this.filters = new RandomRecipeFilters(recipe, routes);
        this.things = new RandomRecipePage(recipe);
    }

    DashboardContribution contribution() {
        return DashboardContribution.builder()
                .routes(Stream.concat(routes.all(), things.routes()).toArray(Route[]::new))
                .section(UserSection.of("tags", text("tags", "Tags"), "tag", recipe.read(), chips()))
                .section(UserSection.of("note", text("note", "Note"), "info", recipe.read(), facts())
                        .halfWidth())
                .section(UserSection.of("entries", text("entries", "Entries"), "list", recipe.read(), table()))
                .section(UserSection.of("settings", text("settings", "Settings"), "braces", recipe.read(), json()))
                .page(things.page())
                .auditTexts(
                        AuditText.of(recipe.id() + ".", "Plans"),
                        AuditText.of(recipe.id() + ".plan-assigned", "Plan assigned")
                                .sentence("{actor} moved them from {plan.before} to {plan}")
                                .sentence("{actor} gave them the plan {plan}")
                                .sentence("Took the plan {plan}"))
                .column(new UsersColumn(
                        Column.of("tags", Column.Kind.CHIPS, text("tags", "Tags")), recipe.read(), this::column))
                .filter(filters.tags())
                .filter(filters.note())
                .filter(filters.amount())
                .filter(filters.joined())
                .createFields(new CreateFields(
                        List.of(
                                CreateField.of(
                                        Field.optional("note", Field.Kind.LONG, text("note", "Note"))
                                                .maxLength(500),
                                        recipe.write()),
                                CreateField.of(
                                        Field.optional("secret", Field.Kind.SWITCH, text("secret", "Secret")),
                                        recipe.write()),
                                CreateField.of(
                                                Field.optional("tags", Field.Kind.NAMES, text("tags", "Tags"))
                                                        .suggestions(routes.tagOptions),
                                                recipe.manage())
                                        .folded()),
                        this::create))
                .deletionFacts(this::deletionFacts)
                .build();
    }

    private Chips chips() {
        return new Chips(
                true,
                text("no-tags", "No tags in {tenant}"),
                new Add(
                        Action.of(text("add-tags", "Add tags"), routes.addTags).done(text("tags-added", "Tags added")),
                        "tags",
                        routes.tagOptions),
                Action.of(text("remove-tag", "Remove"), routes.removeTag).done(text("tag-removed", "{label} removed")),
                this::chips);
    }

    private ChipsData chips(SectionRequest request) {
        recipe.draw(RandomRecipePart.CHIPS);
        List<Chip> chips = recipe.tags(request.user().id()).stream()
                .map(tag -> new Chip(
                        tag.name(),
                        tag.name(),
                        "hint of " + tag.name(),
                        tag.tenant().value(),
                        null))
                .toList();
        String more = "{count} more in {tenant}";
        return new ChipsData(
                chips,
                new More(
                        Text.counted(recipe.id() + ".more", more, more),
                        List.of(new MoreItem("from elsewhere", null, null))));
    }

    private List<FieldError> create(Creation creation) {
        recipe.draw(RandomRecipePart.CREATE);
        String note = creation.text("note");
        if (note != null && note.equals("refused")) {
            return List.of(new FieldError("note", "note-refused", "This note is refused."));
        }
        recipe.note(creation.user().id(), creation.isOn("secret") ? "secret " + note : note);
        creation.tags("tags")
                .forEach(name -> recipe.tag(creation.user().id(), new RandomRecipeState.Tag(name, creation.tenant())));
        return List.of();
    }

    private FactSheet facts() {
        return new FactSheet(
                List.of(
                        Action.of(text("set-note", "Write a note"), routes.setNote)
                                .tone(Tone.PRIMARY)
                                .form(Field.required("text", Field.Kind.LONG, text("note", "Note"))
                                        .maxLength(500))
                                .done(text("note-kept", "Note kept")),
                        Action.of(text("clear-note", "Remove the note"), routes.clearNote)
                                .tone(Tone.DANGER)
                                .confirm(new Confirm(
                                        text("clear-note-title", "Remove the note?"),
                                        null,
                                        null,
                                        text("clear-note", "Remove the note")))),
                this::facts);
    }

    private FactSheetData facts(SectionRequest request) {
        recipe.draw(RandomRecipePart.FACTS);
        String note = recipe.noteOn(request.user().id());
        return new FactSheetData(
                new Headline(
                        "info",
                        note == null ? Tone.NORMAL : Tone.OK,
                        text(note == null ? "no-note" : "has-note", note == null ? "No note" : "Has a note"),
                        note),
                List.of(
                        new FactRow(text("kept", "Kept"), Column.Kind.FLAG, note != null),
                        new FactRow(text("length", "Length"), Column.Kind.NUMBER, note == null ? 0 : note.length()),
                        new FactRow(
                                text("joined", "Joined"),
                                Column.Kind.DATE,
                                request.user().joinedAt()),
                        new FactRow(text("nothing", "Nothing"), Column.Kind.TEXT, null)));
    }

    private Json json() {
        return new Json(
                text("no-settings", "No settings"),
                Action.of(text("save-settings", "Save settings"), routes.saveSettings)
                        .done(text("settings-saved", "Settings saved")),
                "json",
                1024,
                this::json);
    }

    private JsonData json(SectionRequest request) {
        recipe.draw(RandomRecipePart.JSON);
        Settings settings = recipe.settings(request.user().id());
        return new JsonData(settings.version() == 0 ? null : settings.json(), settings.version());
    }

    private Table table() {
        return new Table(
                List.of(
                        Column.of("tag", Column.Kind.TEXT, text("tag", "Tag"))
                                .width(Column.Width.GROW)
                                .small(Column.Small.MAIN),
                        Column.of("state", Column.Kind.STATUS, text("state", "State"))
                                .small(Column.Small.END),
                        Column.of("at", Column.Kind.DATE, text("at", "At")),
                        Column.of("uses", Column.Kind.NUMBER, text("uses", "Uses"))
                                .small(Column.Small.END2),
                        Column.of("until", Column.Kind.DATE, text("until", "Until"))),
                text("no-entries", "No entries"),
                List.of(),
                List.of(Action.of(text("remove-tag", "Remove"), routes.removeTag)
                        .tone(Tone.DANGER)
                        .confirm(new Confirm(
                                text("remove-title", "Remove {label}?"), null, null, text("remove-tag", "Remove")))),
                this::rows);
    }

    private List<TableRow> rows(SectionRequest request) {
        recipe.draw(RandomRecipePart.TABLE);
        return recipe.tags(request.user().id()).stream()
                .map(tag -> new TableRow(
                        tag.name(),
                        Map.of(
                                "tag",
                                tag.name(),
                                "state",
                                new StatusValue(Tone.OK, text("good", "Good")),
                                "at",
                                request.user().joinedAt(),
                                "uses",
                                3)))
                .toList();
    }

    private Map<UserId, List<ChipValue>> column(List<User> users, Scope scope) {
        recipe.draw(RandomRecipePart.COLUMN);
        var values = new HashMap<UserId, List<ChipValue>>();
        for (User each : users) {
            UserId user = each.id();
            List<ChipValue> chips = recipe.tags(user).stream()
                    .filter(tag -> scope.covers(tag.tenant()))
                    .map(Tag::name)
                    .map(ChipValue::new)
                    .toList();
            if (!chips.isEmpty()) {
                values.put(user, chips);
            }
        }
        return values;
    }

    private List<Fact> deletionFacts(SectionRequest request) {
        recipe.draw(RandomRecipePart.DELETION);
        return List.of(new Fact(recipe.tags(request.user().id()).size(), text("tags-go", "tags go")));
    }

    private Text text(String key, String words) {
        return Text.of(recipe.id() + "." + key, words);
    }
}
