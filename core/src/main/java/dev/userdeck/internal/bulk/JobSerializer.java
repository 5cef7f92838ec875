package dev.userdeck.internal.bulk;

import dev.userdeck.bulk.BulkSelection;
import dev.userdeck.bulk.BulkSelection.Choice;
import dev.userdeck.bulk.BulkSelection.Matching;
import dev.userdeck.bulk.BulkSelection.Named;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.LoginMethod;
import dev.userdeck.user.UserFilter;
import dev.userdeck.user.UserId;
import dev.userdeck.user.UserStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a job was asked for, as named lists of texts, and back. */
final class JobSerializer {
    /** Everybody is said, never what is left when nothing is: no tenant's id has this letter. */
    private static final String ALL = "*";

    private static final String MATCHING = "matching";
    private static final String CHOICE = "choice:";
    private static final String CHOICE_FROM = "choice-from:";
    private static final String CHOICE_TO = "choice-to:";

    private JobSerializer() {}

    static Map<String, List<String>> write(JobRequest task) {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        parts.put("value", task.values());
        parts.put("scope", tenants(task.scope()));
        parts.put("within", tenants(task.selection().scope()));
        if (task.selection() instanceof Named named) {
            parts.put("user", named.users().stream().map(UserId::value).sorted().toList());
        } else if (task.selection() instanceof Matching matching) {
            write(parts, matching);
        }
        return parts;
    }

    private static void write(Map<String, List<String>> parts, Matching matching) {
        UserFilter filter = matching.filter();
        parts.put(MATCHING, List.of(ALL));
        parts.put("text", filter.search().isEmpty() ? List.of() : List.of(filter.search()));
        parts.put("status", names(filter.statuses()));
        parts.put("method", names(filter.methods()));
        parts.put("provider", filter.providers().stream().sorted().toList());
        parts.put("joined-from", moment(filter.joinedFrom()));
        parts.put("joined-to", moment(filter.joinedTo()));
        parts.put("seen-from", moment(filter.seenFrom()));
        parts.put("seen-to", moment(filter.seenTo()));
        parts.put("active-since", moment(filter.activeSince()));
        for (Choice choice : matching.choices()) {
            parts.put(CHOICE + choice.filter(), choice.values());
            parts.put(CHOICE_FROM + choice.filter(), moment(choice.from()));
            parts.put(CHOICE_TO + choice.filter(), moment(choice.to()));
        }
    }

    static JobRequest read(Map<String, List<String>> parts) {
        return new JobRequest(selection(parts), of(parts, "value"), scope(of(parts, "scope")));
    }

    private static BulkSelection selection(Map<String, List<String>> parts) {
        List<String> users = of(parts, "user");
        if (!users.isEmpty()) {
            var named = new LinkedHashSet<UserId>();
            users.forEach(user -> named.add(new UserId(user)));
            return new Named(scope(of(parts, "within")), named);
        }
        if (of(parts, MATCHING).isEmpty()) {
            throw new IllegalStateException("A job says neither which users nor all that match");
        }
        UserFilter filter = UserFilter.none()
                .search(String.join(" ", of(parts, "text")))
                .statuses(of(parts, "status").stream().map(UserStatus::valueOf).toList())
                .methods(of(parts, "method").stream()
                        .map(LoginMethod.Kind::valueOf)
                        .toList())
                .providers(of(parts, "provider"))
                .joined(moment(parts, "joined-from"), moment(parts, "joined-to"))
                .lastSeen(moment(parts, "seen-from"), moment(parts, "seen-to"))
                .activeSince(moment(parts, "active-since"));
        return new Matching(scope(of(parts, "within")), filter, choices(parts));
    }

    private static List<Choice> choices(Map<String, List<String>> parts) {
        var filters = new LinkedHashSet<String>();
        for (String prefix : List.of(CHOICE, CHOICE_FROM, CHOICE_TO)) {
            parts.keySet().stream()
                    .filter(part -> part.startsWith(prefix))
                    .sorted()
                    .forEach(part -> filters.add(part.substring(prefix.length())));
        }
        var choices = new ArrayList<Choice>();
        for (String filter : filters) {
            choices.add(new Choice(
                    filter,
                    of(parts, CHOICE + filter),
                    moment(parts, CHOICE_FROM + filter),
                    moment(parts, CHOICE_TO + filter)));
        }
        return choices;
    }

    private static List<String> of(Map<String, List<String>> parts, String part) {
        return parts.getOrDefault(part, List.of());
    }

    private static <E extends Enum<E>> List<String> names(Collection<E> values) {
        return values.stream().map(Enum::name).sorted().toList();
    }

    private static List<String> moment(@Nullable Instant moment) {
        return moment == null ? List.of() : List.of(moment.toString());
    }

    private static @Nullable Instant moment(Map<String, List<String>> parts, String part) {
        List<String> moment = of(parts, part);
        return moment.isEmpty() ? null : Instant.parse(moment.get(0));
    }

    private static List<String> tenants(Scope scope) {
        return scope instanceof Scope.Only only
                ? only.tenants().stream().map(TenantId::value).sorted().toList()
                : List.of(ALL);
    }

    /** What is missing is refused by {@link Scope#of}. */
    private static Scope scope(List<String> tenants) {
        return tenants.equals(List.of(ALL))
                ? Scope.all()
                : Scope.of(tenants.stream().map(TenantId::new).toList());
    }
}
