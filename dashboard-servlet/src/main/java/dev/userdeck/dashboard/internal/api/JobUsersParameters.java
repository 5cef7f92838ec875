package dev.userdeck.dashboard.internal.api;

import dev.userdeck.bulk.BulkJobId;
import dev.userdeck.bulk.BulkJobs;
import dev.userdeck.bulk.BulkPart;
import dev.userdeck.bulk.BulkSelection;
import dev.userdeck.bulk.BulkSelection.Choice;
import dev.userdeck.bulk.BulkSelection.Matching;
import dev.userdeck.dashboard.internal.panel.FilterValues;
import dev.userdeck.dashboard.internal.panel.RecipeFilters;
import dev.userdeck.http.spi.Parameter;
import dev.userdeck.http.spi.Request;
import dev.userdeck.tenant.Scope;
import dev.userdeck.text.ConstantNames;
import dev.userdeck.user.UserFilter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Jobs in the address of the users list: the users of a job, and the list that a job was started from. */
final class JobUsersParameters {
    static final Parameter<String> JOB = Parameter.query("job");

    private final BulkJobs jobs;
    private final RecipeFilters filters;

    JobUsersParameters(BulkJobs jobs, RecipeFilters filters) {
        this.jobs = jobs;
        this.filters = filters;
    }

    /** A part of a job, as a choice that another job can keep; empty if the request names none. */
    Optional<Choice> choice(Request<?> request) {
        return chosen(request).map(of -> Choice.of(of.job(), of.part()));
    }

    /** The filter, of the users of the job that the request names. */
    UserFilter applied(UserFilter filter, Request<?> request) {
        return chosen(request)
                .map(of -> filter.matching(jobs.users(of.job(), of.part())))
                .orElse(filter);
    }

    private record OfJob(BulkJobId job, BulkPart part) {}

    private Optional<OfJob> chosen(Request<?> request) {
        String text = request.get(JOB);
        if (text == null) {
            return Optional.empty();
        }
        int colon = text.indexOf(':');
        String id = text.substring(colon + 1);
        Optional<OfJob> found = Stream.of(BulkPart.values())
                .filter(part -> colon > 0 && text.substring(0, colon).equals(ConstantNames.of(part)))
                .filter(part -> BulkJobId.isValid(id))
                .map(part -> new OfJob(new BulkJobId(id), part))
                .filter(of -> jobs.find(of.job(), request.operator()).isPresent())
                .findFirst();
        if (found.isEmpty()) {
            throw FilterValues.refused(JOB, "names no job of yours, as in done:01a22d4a-9993-7000-a6f0-08dfb94c30db");
        }
        return found;
    }

    /** What the list has to be asked to show whom a job was for; without what isn't there any more. */
    Map<String, String> of(BulkJobId job, BulkSelection selection) {
        var parameters = new LinkedHashMap<String, String>();
        if (selection.scope() instanceof Scope.Only only && only.tenants().size() == 1) {
            parameters.put(
                    UsersListApi.TENANT.name(), only.tenants().iterator().next().value());
        }
        if (selection instanceof Matching matching) {
            put(parameters, matching.filter());
            matching.choices().forEach(choice -> put(parameters, choice));
        } else {
            parameters.put(JOB.name(), ConstantNames.of(BulkPart.NAMED) + ":" + job);
        }
        return parameters;
    }

    private static void put(Map<String, String> parameters, UserFilter filter) {
        if (!filter.search().isEmpty()) {
            parameters.put(UsersListApi.TEXT.name(), filter.search());
        }
        put(parameters, UsersListApi.STATUS, filter.statuses().stream().map(ConstantNames::of));
        put(parameters, UsersListApi.METHOD, filter.methods().stream().map(ConstantNames::of));
        put(parameters, UsersListApi.PROVIDER, FilterValues.escaped(filter.providers()));
        put(parameters, UsersListApi.JOINED, filter.joinedFrom(), filter.joinedTo());
        put(parameters, UsersListApi.LAST_SEEN, filter.seenFrom(), filter.seenTo());
    }

    private static void put(Map<String, String> parameters, Parameter<?> parameter, Stream<String> values) {
        String text = values.sorted().collect(Collectors.joining(","));
        if (!text.isEmpty()) {
            parameters.put(parameter.name(), text);
        }
    }

    private static void put(
            Map<String, String> parameters, Parameter<?> parameter, @Nullable Instant from, @Nullable Instant to) {
        if (from != null || to != null) {
            parameters.put(parameter.name(), FilterValues.text(from, to));
        }
    }

    private void put(Map<String, String> parameters, Choice choice) {
        if (choice.filter().startsWith(JOB.name() + ":")) {
            parameters.put(
                    JOB.name(),
                    choice.filter().substring(JOB.name().length() + 1) + ":"
                            + choice.values().get(0));
        } else {
            filters.text(choice).ifPresent(text -> parameters.put(RecipeFilters.parameter(choice), text));
        }
    }
}
