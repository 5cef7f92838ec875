package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.dashboard.internal.panel.ActionDocuments.CreateFieldDocument;
import dev.userdeck.dashboard.internal.panel.ActionDocuments.CreateFieldsDocument;
import dev.userdeck.dashboard.spi.CreateFields;
import dev.userdeck.dashboard.spi.CreateFields.CreateField;
import dev.userdeck.dashboard.spi.CreateFields.Creation;
import dev.userdeck.dashboard.spi.Field;
import dev.userdeck.error.FieldError;
import dev.userdeck.http.spi.Problem;
import dev.userdeck.http.spi.ProblemType;
import dev.userdeck.operator.Operator;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.recipe.spi.RunningRecipe;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.User;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What recipes ask for when a user is created: told to the front end, checked, and written with the user. */
public final class CreateForm {
    private static final int BODY = 64 * 1024;
    /** What a character may take in the body, escaped. */
    private static final int ESCAPED = 6;

    private final Map<RecipeId, CreateFields> recipes = new LinkedHashMap<>();

    CreateForm(List<RunningRecipe> running) {
        for (RunningRecipe recipe : running) {
            CreateFields fields = recipe.dashboard().createFields();
            if (fields != null) {
                recipes.put(recipe.id(), fields);
            }
        }
    }

    /** The fields that this operator may fill in. */
    public List<CreateFieldsDocument> document(Operator operator) {
        var documents = new ArrayList<CreateFieldsDocument>();
        recipes.forEach((recipe, fields) -> {
            List<CreateFieldDocument> open = fields.fields().stream()
                    .filter(field -> operator.may(field.permission()))
                    .map(field -> document(recipe, field, operator))
                    .toList();
            if (!open.isEmpty()) {
                documents.add(new CreateFieldsDocument(recipe.value(), open));
            }
        });
        return documents;
    }

    private static CreateFieldDocument document(RecipeId recipe, CreateField field, Operator operator) {
        Field shown = field.field();
        return new CreateFieldDocument(
                shown.name(),
                shown.label(),
                shown.kind(),
                shown.required(),
                shown.help(),
                shown.maxLength(),
                new ActionWriter(recipe, operator).suggestions(shown),
                field.advanced());
    }

    /** How large a body may be that fills in all of them. */
    public int maxBodyBytes() {
        return BODY
                + ESCAPED
                        * recipes.values().stream()
                                .flatMap(fields -> fields.fields().stream())
                                .mapToInt(field -> field.field().maxLength())
                                .sum();
    }

    /** What was filled in and checked, by recipe. */
    public record Filled(Map<RecipeId, Map<String, Object>> values) {}

    /**
     * Reads what was sent, and adds what is wrong with it to {@code errors}.
     *
     * @param sent by recipe and field, null for nothing
     * @throws dev.userdeck.http.spi.ProblemException 403 if a field is there that this operator may not fill in
     */
    public Filled read(@Nullable Map<String, Map<String, Object>> sent, Operator operator, List<FieldError> errors) {
        Map<String, Map<String, Object>> given = sent == null ? Map.of() : sent;
        given.keySet().stream()
                .filter(name -> recipes.keySet().stream()
                        .noneMatch(recipe -> recipe.value().equals(name)))
                .forEach(name -> errors.add(new FieldError(
                        "/recipes/" + escape(name),
                        "recipe-unknown",
                        "No recipe of this name asks for anything here.")));
        var filled = new LinkedHashMap<RecipeId, Map<String, Object>>();
        recipes.forEach((recipe, fields) -> {
            Map<String, Object> values = read(recipe, fields, given.get(recipe.value()), operator, errors);
            if (!values.isEmpty()) {
                filled.put(recipe, values);
            }
        });
        return new Filled(filled);
    }

    private static Map<String, Object> read(
            RecipeId recipe,
            CreateFields fields,
            @Nullable Map<String, Object> sent,
            Operator operator,
            List<FieldError> errors) {
        Map<String, Object> given = sent == null ? Map.of() : sent;
        for (String name : given.keySet()) {
            if (fields.fields().stream().noneMatch(field -> field.field().name().equals(name))) {
                errors.add(error(recipe, name, "field-unknown", "There is no such field."));
            }
        }
        var values = new LinkedHashMap<String, Object>();
        for (CreateField field : fields.fields()) {
            String name = field.field().name();
            Object value = given.get(name);
            boolean isOpen = operator.may(field.permission());
            if (value != null && !isOpen) {
                throw Problem.of(ProblemType.FORBIDDEN)
                        .detail("To fill in " + name + " needs the permission " + field.permission())
                        .exception();
            }
            String wrong = value == null ? null : CreateValues.problem(field.field(), value);
            if (wrong != null) {
                errors.add(error(recipe, name, "field-invalid", wrong));
            } else if (value != null && !CreateValues.isBlank(value)) {
                values.put(name, value);
            } else if (isOpen && field.field().required()) {
                errors.add(error(recipe, name, "field-missing", "This is needed."));
            }
        }
        return values;
    }

    /**
     * Writes what was filled in, in the transaction that creates the user. Each recipe is asked, so that all refusals are
     * told at once.
     *
     * @throws dev.userdeck.http.spi.ProblemException 422 if one refuses; the user must not stay
     */
    public void write(Filled filled, User user, TenantId tenant, Operator operator) {
        var errors = new ArrayList<FieldError>();
        recipes.forEach((recipe, fields) -> {
            Map<String, Object> values = filled.values().get(recipe);
            if (values != null) {
                fields.writer()
                        .write(new Creation(user, tenant, values, operator))
                        .forEach(refusal ->
                                errors.add(error(recipe, refusal.field(), refusal.code(), refusal.message())));
            }
        });
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).exception();
        }
    }

    private static FieldError error(RecipeId recipe, String field, String code, String message) {
        return new FieldError("/recipes/" + recipe.value() + "/" + escape(field), code, message);
    }

    /** One step of a JSON Pointer (RFC 6901). */
    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
