package dev.userdeck.dashboard.spi;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import dev.userdeck.http.spi.Route;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * An action: a button that calls a route of the same recipe. It is drawn only for operators who hold the route's permission.
 *
 * <p>The dashboard fills in the route's URL: {@code {userId}} with the user of the page, and the one other path parameter
 * with the key of the row or the id of the chip. A query parameter {@code q} is what is searched for. A query parameter
 * {@code tenant} is, in {@link UserSection.Chips} per tenant, the tenant that is chosen; in every other section of a user
 * who is in one tenant that the operator may see, this one. Without a value both are left out: they are never empty.
 *
 * @param label names the action
 * @param icon from the dashboard's set, null for none
 * @param tone {@link Tone#NORMAL}, {@link Tone#PRIMARY} or {@link Tone#DANGER}
 * @param route what it calls
 * @param form what is asked for first and sent as the body; empty for nothing
 * @param confirm the question before it, null for none
 * @param done what is said when it worked, null for nothing; may hold {@code {label}}
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Action(
        Text label,
        @Nullable String icon,
        Tone tone,
        Route route,
        List<Field> form,
        @Nullable Confirm confirm,
        @Nullable Text done) {

    /**
     * Copies the form.
     *
     * @throws IllegalArgumentException if the body that the route takes has no member of the name of a field, or the route of its
     *     suggestions says that it answers something else
     */
    public Action {
        form = List.copyOf(form);
        form.forEach(field -> {
            Fit.sends(field.name(), route);
            Fit.answers(field.suggestions(), UserSection.Options.class);
        });
    }

    /** A plain button. */
    public static Action of(Text label, Route route) {
        return new Action(label, null, Tone.NORMAL, route, List.of(), null, null);
    }

    /** The same with an icon. */
    public Action icon(String newIcon) {
        return new Action(label, newIcon, tone, route, form, confirm, done);
    }

    /** The same in another tone. */
    public Action tone(Tone newTone) {
        return new Action(label, icon, newTone, route, form, confirm, done);
    }

    /** The same with a form before it. */
    public Action form(Field... fields) {
        return new Action(label, icon, tone, route, List.of(fields), confirm, done);
    }

    /** The same with a question before it. */
    public Action confirm(Confirm question) {
        return new Action(label, icon, tone, route, form, question, done);
    }

    /** The same with words after it. */
    public Action done(Text words) {
        return new Action(label, icon, tone, route, form, confirm, words);
    }
}
