package dev.userdeck.internal.bulk;

import dev.userdeck.dashboard.spi.BulkAction;
import dev.userdeck.error.FieldError;
import dev.userdeck.operator.Permission;
import java.util.List;
import java.util.function.Function;

/** Something that a job does to each user. */
record JobAction(Permission permission, Function<List<String>, List<FieldError>> check, BulkAction.Work work) {}
