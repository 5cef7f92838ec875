package dev.userdeck.recipe.usermetadata.internal;

import dev.userdeck.error.FieldError;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.storage.StoredTime;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.recipe.spi.FieldReading;
import dev.userdeck.recipe.spi.ImportedField;
import dev.userdeck.recipe.spi.UserDataField;
import dev.userdeck.recipe.usermetadata.Metadata;
import dev.userdeck.recipe.usermetadata.MetadataError;
import dev.userdeck.recipe.usermetadata.internal.DocumentReader.RefusedException;
import dev.userdeck.tenant.Scope;
import dev.userdeck.user.User;
import dev.userdeck.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The metadata of users in files: a JSON object. An import merges it into what is there. */
public final class MetadataData implements UserDataField {
    private static final String FIELD = "metadata";
    private static final String OTHERS = "userMetadata";

    private final JooqDatabase jooq;
    private final Clock clock;
    private final JooqMetadata rows;
    private final DocumentReader reader;
    private final DocumentReader keptReader;
    private final @Nullable SchemaCheck schema;

    MetadataData(
            JooqDatabase jooq,
            Clock clock,
            JooqMetadata rows,
            DocumentReader reader,
            DocumentReader keptReader,
            @Nullable SchemaCheck schema) {
        this.jooq = jooq;
        this.clock = clock;
        this.rows = rows;
        this.reader = reader;
        this.keptReader = keptReader;
        this.schema = schema;
    }

    @Override
    public String field() {
        return FIELD;
    }

    @Override
    public Set<String> alsoReads() {
        return Set.of(OTHERS);
    }

    @Override
    public Map<UserId, Object> export(Collection<User> users, Scope scope) {
        var exported = new HashMap<UserId, Object>();
        jooq.read(db -> rows.findAll(db, users.stream().map(User::id).toList()))
                .forEach((user, metadata) -> exported.put(user, JsonValues.of(metadata.json())));
        return exported;
    }

    @Override
    public FieldReading read(Map<String, Object> row) {
        String field = row.containsKey(FIELD) ? FIELD : OTHERS;
        Object value = row.get(field);
        if (value == null) {
            return new FieldReading.Nothing();
        }
        if (!(value instanceof Map<?, ?> members)) {
            return FieldReading.Refused.of(field, "json-not-an-object", "Metadata is a JSON object, in { and }.");
        }
        try {
            Document document = reader.read(JsonValues.text(members));
            reader.textOf(document);
            return document.members().isEmpty() ? new FieldReading.Nothing() : new FieldReading.Value(document);
        } catch (RefusedException e) {
            return FieldReading.Refused.of(field, e.error().code(), e.error().message());
        }
    }

    @Override
    public Optional<String> name(Object value) {
        return Optional.ofNullable(DisplayNames.nameIn((Document) value));
    }

    @Override
    public Written write(List<ImportedField> batch) {
        return jooq.join(db -> {
            Map<UserId, Metadata> kept = rows.lockAll(
                    db,
                    batch.stream()
                            .filter(part -> !part.isNew())
                            .map(part -> part.user().id())
                            .toList());
            var refused = new HashMap<UserId, List<FieldError>>();
            var texts = new LinkedHashMap<UserId, String>();
            for (ImportedField part : batch) {
                UserId user = part.user().id();
                try {
                    String text = merged(kept.get(user), (Document) part.value());
                    texts.put(user, text);
                    misfit(text).ifPresent(error -> refused.put(user, List.of(error)));
                } catch (RefusedException e) {
                    MetadataError error = e.error();
                    refused.put(user, List.of(new FieldError(FIELD, error.code(), error.message())));
                }
            }
            return refused.isEmpty() ? new Written(Map.of(), write(db, texts, kept)) : new Written(refused, Set.of());
        });
    }

    private Optional<FieldError> misfit(String text) {
        return schema == null
                ? Optional.empty()
                : schema.problem(text).map(error -> new FieldError(FIELD, error.code(), error.message()));
    }

    private String merged(@Nullable Metadata kept, Document given) throws RefusedException {
        Document before = kept == null ? Document.EMPTY : keptReader.read(kept.json());
        return reader.textOf(before.mergedWith(given));
    }

    private Set<UserId> write(DSLContext db, Map<UserId, String> texts, Map<UserId, Metadata> kept) {
        Instant now = StoredTime.now(clock);
        var fresh = new LinkedHashMap<UserId, Metadata>();
        var changed = new HashSet<UserId>();
        texts.forEach((user, text) -> {
            Metadata before = kept.get(user);
            if (before == null) {
                fresh.put(user, new Metadata(text, now.toEpochMilli(), now));
            } else if (!before.json().equals(text)) {
                rows.update(db, user, new Metadata(text, before.version() + 1, now));
                changed.add(user);
            }
        });
        rows.insertAll(db, fresh);
        changed.addAll(fresh.keySet());
        return changed;
    }
}
