package dev.userdeck.dashboard.internal.panel;

import dev.userdeck.dashboard.spi.UsersFilter;
import dev.userdeck.dashboard.spi.UsersFilter.AnyOf;
import dev.userdeck.dashboard.spi.UsersFilter.Choices;
import dev.userdeck.dashboard.spi.UsersFilter.OneOf;
import dev.userdeck.dashboard.spi.UsersFilter.YesNo;
import java.util.Optional;

/** What the kinds of filters have in common. */
final class FilterKinds {
    private FilterKinds() {}

    static Optional<Choices> choices(UsersFilter filter) {
        if (filter.kind() instanceof OneOf one) {
            return Optional.of(one.choices());
        }
        return filter.kind() instanceof AnyOf any ? Optional.of(any.choices()) : Optional.empty();
    }

    /** As sent. */
    static FilterDocument.Kind kind(UsersFilter filter) {
        if (filter.kind() instanceof OneOf) {
            return FilterDocument.Kind.ONEOF;
        }
        if (filter.kind() instanceof AnyOf) {
            return FilterDocument.Kind.ANYOF;
        }
        return filter.kind() instanceof YesNo ? FilterDocument.Kind.YESNO : FilterDocument.Kind.RANGE;
    }
}
