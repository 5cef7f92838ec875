package dev.userdeck.testkit;

import static java.util.Objects.requireNonNull;

import dev.userdeck.dashboard.spi.DashboardContribution;
import dev.userdeck.operator.Permission;
import dev.userdeck.operator.Preset;
import dev.userdeck.recipe.spi.Recipe;
import dev.userdeck.recipe.spi.RecipeContext;
import dev.userdeck.recipe.spi.RecipeId;
import dev.userdeck.recipe.spi.UserDataField;
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
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A stranger's recipe with an id of chance, written against the SPI alone: what draws it can't know it. It adds a section
 * of each kind to the user page, a page of its own, a column and a filter of each kind to the users list, and fields to the
 * form that creates a user, which refuses the note "refused"; it keeps
 * all in memory; each part but the filters sends one statement to the database when it is drawn, as a real one would.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RandomRecipe implements Recipe {

    /** The parts that can be told to fail. */
    public enum Part {
        /** The column of the users list. */
        COLUMN,
        /** The section of chips. */
        CHIPS,
        /** The section of facts. */
        FACTS,
        /** The section with a table. */
        TABLE,
        /** The section of JSON. */
        JSON,
        /** What is told before a user is deleted. */
        DELETION,
        /** What is kept when a user is created. */
        CREATE
    }

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
    private final Set<Part> failing = ConcurrentHashMap.newKeySet();
    private final Map<UserId, List<Tag>> tags = new ConcurrentHashMap<>();
    private final Map<UserId, String> notes = new ConcurrentHashMap<>();
    private final Map<UserId, Settings> settings = new ConcurrentHashMap<>();
    private final ConcurrentSkipListMap<String, Thing> things = new ConcurrentSkipListMap<>();
    private @Nullable RecipeContext context;

    /** One with a new id. */
    public RandomRecipe() {
        var bytes = new byte[6];
        new SecureRandom().nextBytes(bytes);
        String name = "r" + HexFormat.of().formatHex(bytes);
        this.id = new RecipeId(name);
        this.read = new Permission(name + ":read", Preset.VIEWER);
        this.write = new Permission(name + ":write", Preset.SUPPORT);
        this.manage = new Permission(name + ":manage", Preset.ADMIN);
    }

    @Override
    public RecipeId id() {
        return id;
    }

    @Override
    public void start(RecipeContext started) {
        context = started;
    }

    @Override
    public DashboardContribution dashboard() {
        return new RandomRecipePanels(this, new RandomRecipeRoutes(this)).contribution();
    }

    @Override
    public List<UserDataField> dataFields() {
        return List.of(new RandomRecipeData(this));
    }

    /** From now on this part throws when it is drawn. */
    public void fail(Part part) {
        failing.add(part);
    }

    /** Undoes {@link #fail}. */
    public void mend(Part part) {
        failing.remove(part);
    }

    /** Puts tags on a user, in the tenant {@code public}. */
    public void tag(UserId user, String... names) {
        for (String name : names) {
            tag(user, new Tag(name, TenantId.PUBLIC));
        }
    }

    /** The names of a user's tags. */
    public List<String> tagsOf(UserId user) {
        return tags(user).stream().map(Tag::name).toList();
    }

    /** The note on a user, null when there is none. */
    public @Nullable String noteOn(UserId user) {
        return notes.get(user);
    }

    /** The JSON with a user, null when there is none. */
    public @Nullable String settingsOf(UserId user) {
        Settings kept = settings.get(user);
        return kept == null ? null : kept.json();
    }

    /** Puts JSON with a user, whatever was there. */
    public void settings(UserId user, String json) {
        settings.merge(user, new Settings(json, 1), (old, fresh) -> new Settings(json, old.version() + 1));
    }

    /** Puts a thing on the recipe's page, whatever was there under this name. */
    public void thing(String name, String... words) {
        long version = thing(name).map(Thing::version).orElse(0L) + 1;
        things.put(name, new Thing(name, null, List.of(words), version));
    }

    /** The names of the things on the recipe's page. */
    public Set<String> things() {
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
    void draw(Part part) {
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
