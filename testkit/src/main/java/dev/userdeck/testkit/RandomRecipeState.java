package dev.userdeck.testkit;

import static java.util.Objects.requireNonNull;

import dev.userdeck.operator.Permission;
import dev.userdeck.operator.Preset;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.UserId;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a {@link RandomRecipe} is called, who may do what with it, and what it keeps. */
final class RandomRecipeState {

    /** A tag of a user, in one tenant. */
    record Tag(String name, TenantId tenant) {}

    /** A thing of the recipe's page. */
    record Thing(String name, @Nullable String description, List<String> words, long version) {}

    /** The settings of a user. */
    record Settings(String json, long version) {
        static final Settings NONE = new Settings("{}", 0);
    }

    private final RecipeId id;
    private final Permission read;
    private final Permission write;
    private final Permission manage;
    private final Set<RandomRecipePart> failing = ConcurrentHashMap.newKeySet();
    private final Map<UserId, List<Tag>> tags = new ConcurrentHashMap<>();
    private final Map<UserId, String> notes = new ConcurrentHashMap<>();
    private final Map<UserId, Settings> settings = new ConcurrentHashMap<>();
    private final ConcurrentSkipListMap<String, Thing> things = new ConcurrentSkipListMap<>();
    private @Nullable RecipeContext context;

    /** Nothing yet, under a new id. */
    RandomRecipeState() {
        var bytes = new byte[6];
        new SecureRandom().nextBytes(bytes);
        String name = "r" + HexFormat.of().formatHex(bytes);
        this.id = new RecipeId(name);
        this.read = new Permission(name + ":read", Preset.VIEWER);
        this.write = new Permission(name + ":write", Preset.SUPPORT);
        this.manage = new Permission(name + ":manage", Preset.ADMIN);
    }

    RecipeId id() {
        return id;
    }

    void start(RecipeContext started) {
        context = started;
    }

    void fail(RandomRecipePart part) {
        failing.add(part);
    }

    void mend(RandomRecipePart part) {
        failing.remove(part);
    }

    @Nullable
    String noteOn(UserId user) {
        return notes.get(user);
    }

    /** Whatever was there. */
    void settings(UserId user, String json) {
        settings.merge(user, new Settings(json, 1), (old, fresh) -> new Settings(json, old.version() + 1));
    }

    Set<String> things() {
        return Set.copyOf(things.keySet());
    }

    Permission read() {
        return read;
    }

    Permission write() {
        return write;
    }

    Permission manage() {
        return manage;
    }

    void tag(UserId user, Tag tag) {
        List<Tag> all = tags.computeIfAbsent(user, key -> new CopyOnWriteArrayList<>());
        if (!all.contains(tag)) {
            all.add(tag);
        }
    }

    boolean untag(UserId user, String name, Scope scope) {
        List<Tag> all = tags.get(user);
        return all != null && all.removeIf(tag -> tag.name().equals(name) && scope.covers(tag.tenant()));
    }

    /** The users with a tag of which this holds. */
    List<UserId> tagged(Predicate<Tag> which) {
        return tags.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(which))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The users with a note. */
    List<UserId> noted() {
        return List.copyOf(notes.keySet());
    }

    /** A table's name in SQL. */
    String table(String name) {
        return requireNonNull(context, "not started").database().table(name);
    }

    List<Tag> tags(UserId user) {
        return List.copyOf(tags.getOrDefault(user, List.of()));
    }

    void note(UserId user, @Nullable String text) {
        if (text == null) {
            notes.remove(user);
        } else {
            notes.put(user, text);
        }
    }

    Settings settings(UserId user) {
        return settings.getOrDefault(user, Settings.NONE);
    }

    /** False when they are of another version than expected. */
    boolean settings(UserId user, String json, long expected) {
        var replaced = new AtomicBoolean();
        settings.compute(user, (key, kept) -> {
            long version = kept == null ? 0 : kept.version();
            replaced.set(version == expected);
            return replaced.get() ? new Settings(json, version + 1) : kept;
        });
        return replaced.get();
    }

    /** False when there is one of this name. */
    boolean add(Thing thing) {
        return things.putIfAbsent(thing.name(), thing) == null;
    }

    /** Puts a thing, whatever was there under this name. */
    void thing(String name, List<String> words) {
        long version = thing(name).map(Thing::version).orElse(0L) + 1;
        things.put(name, new Thing(name, null, words, version));
    }

    /** Puts a thing in the place of another. */
    void replace(String name, Thing thing) {
        things.remove(name);
        things.put(thing.name(), thing);
    }

    Optional<Thing> thing(String name) {
        return Optional.ofNullable(things.get(name));
    }

    boolean remove(String thing) {
        return things.remove(thing) != null;
    }

    List<Thing> thingsLike(String text) {
        return things.values().stream()
                .filter(thing -> thing.name().contains(text))
                .toList();
    }

    /** Sends the one statement of a part, or throws if the part was told to. */
    void draw(RandomRecipePart part) {
        requireNonNull(context, "not started").database().read(connection -> {
            try (var statement = connection.prepareStatement("select 1");
                    var rows = statement.executeQuery()) {
                return rows.next();
            }
        });
        if (failing.contains(part)) {
            throw new IllegalStateException(part + " was told to fail");
        }
    }
}
