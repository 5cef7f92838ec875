package dev.userdeck.recipe.userroles.internal;

import static dev.userdeck.libs.org.jooq.impl.DSL.inline;
import static dev.userdeck.libs.org.jooq.impl.DSL.row;
import static dev.userdeck.libs.org.jooq.impl.DSL.selectOne;
import static dev.userdeck.libs.org.jooq.impl.DSL.val;
import static dev.userdeck.recipe.userroles.internal.jooq.Tables.UD_USERROLES_ASSIGNMENT;
import static dev.userdeck.recipe.userroles.internal.jooq.Tables.UD_USERROLES_PERMISSION;
import static dev.userdeck.recipe.userroles.internal.jooq.Tables.UD_USERROLES_ROLE;
import static java.util.Comparator.comparing;

import dev.userdeck.internal.storage.BatchInsert;
import dev.userdeck.internal.storage.Bind;
import dev.userdeck.internal.storage.Dialect;
import dev.userdeck.internal.storage.JooqDatabase;
import dev.userdeck.internal.storage.RenderedStatement;
import dev.userdeck.internal.storage.ResultRows;
import dev.userdeck.internal.storage.Scopes;
import dev.userdeck.internal.storage.SqlFragment;
import dev.userdeck.internal.storage.StatementCache;
import dev.userdeck.internal.text.Look;
import dev.userdeck.libs.org.jooq.Condition;
import dev.userdeck.libs.org.jooq.DSLContext;
import dev.userdeck.libs.org.jooq.Param;
import dev.userdeck.libs.org.jooq.Query;
import dev.userdeck.libs.org.jooq.impl.DSL;
import dev.userdeck.recipe.spi.Database;
import dev.userdeck.recipe.userroles.EffectivePermission;
import dev.userdeck.recipe.userroles.RoleAssignment;
import dev.userdeck.recipe.userroles.internal.jooq.tables.UdUserrolesAssignment;
import dev.userdeck.recipe.userroles.internal.jooq.tables.UdUserrolesPermission;
import dev.userdeck.recipe.userroles.internal.jooq.tables.UdUserrolesRole;
import dev.userdeck.tenant.Scope;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who holds which role where. */
final class JooqAssignments {
    private static final UdUserrolesRole ROLES = UD_USERROLES_ROLE;
    private static final UdUserrolesPermission PERMISSIONS = UD_USERROLES_PERMISSION;
    private static final UdUserrolesAssignment ASSIGNMENTS = UD_USERROLES_ASSIGNMENT;

    private static final Param<String> USER = Bind.param("user", ASSIGNMENTS.USER_ID);
    private static final Param<String> TENANT = Bind.param("tenant", ASSIGNMENTS.TENANT_ID);
    private static final Param<String> ROLE = Bind.param("role", ASSIGNMENTS.ROLE);
    private static final Param<String> PERMISSION = Bind.param("permission", PERMISSIONS.PERMISSION);
    private static final Param<Long> NOW = Bind.number("now");

    private final Database database;
    /** Asked many times a request. */
    private final RenderedStatement permissionCheck;

    private final RenderedStatement insertMissing;
    private final StatementCache of;
    private final StatementCache held;

    JooqAssignments(Database database, JooqDatabase jooq) {
        this.database = database;
        this.permissionCheck = jooq.prepare("permission of a user", JooqAssignments::permissionCheck);
        this.insertMissing = jooq.prepare("assign role", JooqAssignments::insertMissing);
        this.of = jooq.prepareByShape("roles of users");
        this.held = jooq.prepareByShape("roles and permissions of a user");
    }

    boolean hasPermission(UserId user, TenantId tenant, String permission) {
        return database.read(connection -> permissionCheck.query(
                connection,
                ResultRows::next,
                Bind.of(USER, user.value()),
                Bind.of(TENANT, tenant.value()),
                Bind.of(PERMISSION, permission)));
    }

    private static Query permissionCheck(DSLContext db) {
        return db.select(inline(1))
                .from(ASSIGNMENTS)
                .join(PERMISSIONS)
                .on(PERMISSIONS.ROLE.eq(ASSIGNMENTS.ROLE))
                .where(ASSIGNMENTS.USER_ID.eq(USER))
                .and(ASSIGNMENTS.TENANT_ID.eq(TENANT))
                .and(PERMISSIONS.PERMISSION.eq(PERMISSION))
                .limit(inline(1));
    }

    /** Gives a role, unless it is held; tells whether it was not. */
    boolean insertMissing(DSLContext db, UserId user, TenantId tenant, String role, Instant now) {
        lockParents(db, user, tenant, List.of(role));
        return db.connectionResult(connection -> insertMissing.execute(
                        connection,
                        Bind.of(USER, user.value()),
                        Bind.of(TENANT, tenant.value()),
                        Bind.of(ROLE, role),
                        Bind.of(NOW, now.toEpochMilli())))
                == 1;
    }

    private static Query insertMissing(DSLContext db) {
        return db.insertInto(
                        ASSIGNMENTS,
                        ASSIGNMENTS.USER_ID,
                        ASSIGNMENTS.TENANT_ID,
                        ASSIGNMENTS.ROLE,
                        ASSIGNMENTS.ASSIGNED_AT)
                .select(db.select(
                                Bind.text(USER.getName()), Bind.text(TENANT.getName()), Bind.text(ROLE.getName()), NOW)
                        .whereNotExists(selectOne()
                                .from(ASSIGNMENTS)
                                .where(ASSIGNMENTS.USER_ID.eq(USER))
                                .and(ASSIGNMENTS.TENANT_ID.eq(TENANT))
                                .and(ASSIGNMENTS.ROLE.eq(ROLE))));
    }

    /** Gives {@code into} what {@code from} holds and {@code into} doesn't. */
    void unite(DSLContext db, UserId into, UserId from) {
        var theirs = ASSIGNMENTS.as("theirs");
        db.insertInto(
                        ASSIGNMENTS,
                        ASSIGNMENTS.USER_ID,
                        ASSIGNMENTS.TENANT_ID,
                        ASSIGNMENTS.ROLE,
                        ASSIGNMENTS.ASSIGNED_AT)
                .select(db.select(val(into.value()), theirs.TENANT_ID, theirs.ROLE, theirs.ASSIGNED_AT)
                        .from(theirs)
                        .where(theirs.USER_ID.eq(from.value()))
                        .andNotExists(selectOne()
                                .from(ASSIGNMENTS)
                                .where(ASSIGNMENTS.USER_ID.eq(into.value()))
                                .and(ASSIGNMENTS.TENANT_ID.eq(theirs.TENANT_ID))
                                .and(ASSIGNMENTS.ROLE.eq(theirs.ROLE))))
                .execute();
    }

    Set<String> held(DSLContext db, UserId user, TenantId tenant, Collection<String> roles) {
        return db.select(ASSIGNMENTS.ROLE)
                .from(ASSIGNMENTS)
                .where(isOf(user, tenant))
                .and(ASSIGNMENTS.ROLE.in(roles))
                .fetchSet(ASSIGNMENTS.ROLE);
    }

    void insert(DSLContext db, UserId user, TenantId tenant, Collection<String> roles, Instant now) {
        lockParents(db, user, tenant, roles);
        db.insertInto(
                        ASSIGNMENTS,
                        ASSIGNMENTS.USER_ID,
                        ASSIGNMENTS.TENANT_ID,
                        ASSIGNMENTS.ROLE,
                        ASSIGNMENTS.ASSIGNED_AT)
                .valuesOfRows(roles.stream()
                        .map(role -> row(user.value(), tenant.value(), role, now.toEpochMilli()))
                        .toList())
                .execute();
    }

    /** Those of the roles that there are; where foreign keys don't lock them, nobody deletes one before the transaction ends. */
    Set<String> known(DSLContext db, Collection<String> roles) {
        var select =
                db.select(ROLES.NAME).from(ROLES).where(ROLES.NAME.in(roles)).orderBy(ROLES.NAME);
        return Dialect.of(db).locksReferencedRows()
                ? select.fetchSet(ROLES.NAME)
                : select.forUpdate().fetchSet(ROLES.NAME);
    }

    /** The roles that look like these, by {@link Look#key}. */
    Map<String, String> lookingLike(DSLContext db, Collection<String> names) {
        return db.select(ROLES.LOOK_KEY, ROLES.NAME)
                .from(ROLES)
                .where(ROLES.LOOK_KEY.in(names.stream().map(Look::key).toList()))
                .fetchMap(ROLES.LOOK_KEY, ROLES.NAME);
    }

    /** Roles of many users whose rows are locked or new. */
    void insertAll(DSLContext db, Map<UserId, Set<RoleData.Assigned>> wanted, Instant now) {
        var rows = BatchInsert.into(
                ASSIGNMENTS, ASSIGNMENTS.USER_ID, ASSIGNMENTS.TENANT_ID, ASSIGNMENTS.ROLE, ASSIGNMENTS.ASSIGNED_AT);
        wanted.forEach((user, all) -> all.forEach(one -> rows.add(
                Bind.of(ASSIGNMENTS.USER_ID, user.value()),
                Bind.of(ASSIGNMENTS.TENANT_ID, one.tenant().value()),
                Bind.of(ASSIGNMENTS.ROLE, one.role()),
                Bind.of(ASSIGNMENTS.ASSIGNED_AT, now.toEpochMilli()))));
        rows.insert(db);
    }

    /** Where the foreign keys don't: a role given while the role or the user is being deleted would stay behind. */
    private void lockParents(DSLContext db, UserId user, TenantId tenant, Collection<String> roles) {
        if (Dialect.of(db).locksReferencedRows()) {
            return;
        }
        db.select(ROLES.NAME)
                .from(ROLES)
                .where(ROLES.NAME.in(roles))
                .orderBy(ROLES.NAME)
                .forUpdate()
                .fetch();
        String members = database.table("ud_user_tenant");
        db.fetch(
                "select user_id from " + members + " where user_id = ? and tenant_id = ? for update",
                user.value(),
                tenant.value());
    }

    boolean delete(DSLContext db, UserId user, TenantId tenant, String role) {
        return db.deleteFrom(ASSIGNMENTS)
                        .where(isOf(user, tenant))
                        .and(ASSIGNMENTS.ROLE.eq(role))
                        .execute()
                == 1;
    }

    /** Takes a role from all who hold it; tells how many assignments there were. */
    int deleteAll(DSLContext db, String role) {
        return db.deleteFrom(ASSIGNMENTS).where(ASSIGNMENTS.ROLE.eq(role)).execute();
    }

    Map<UserId, List<RoleAssignment>> of(DSLContext db, Collection<UserId> users, Scope scope) {
        SqlFragment all = SqlFragment.in(
                        ASSIGNMENTS.USER_ID, users.stream().map(UserId::value).toList())
                .and(Scopes.within(scope, ASSIGNMENTS.TENANT_ID));
        return db.connectionResult(connection -> of.query(
                connection,
                JooqAssignments::assignments,
                () -> DSL.select(ASSIGNMENTS.USER_ID, ASSIGNMENTS.TENANT_ID, ASSIGNMENTS.ROLE, ASSIGNMENTS.ASSIGNED_AT)
                        .from(ASSIGNMENTS)
                        .where(all.condition())
                        .orderBy(ASSIGNMENTS.USER_ID, ASSIGNMENTS.TENANT_ID, ASSIGNMENTS.ROLE),
                all));
    }

    private static Map<UserId, List<RoleAssignment>> assignments(ResultRows rows) throws SQLException {
        var result = new LinkedHashMap<UserId, List<RoleAssignment>>();
        while (rows.next()) {
            result.computeIfAbsent(new UserId(rows.get(ASSIGNMENTS.USER_ID)), user -> new ArrayList<>())
                    .add(new RoleAssignment(
                            rows.get(ASSIGNMENTS.ROLE),
                            new TenantId(rows.get(ASSIGNMENTS.TENANT_ID)),
                            Instant.ofEpochMilli(rows.get(ASSIGNMENTS.ASSIGNED_AT))));
        }
        return result;
    }

    /**
     * What a user holds, and what that permits.
     *
     * @param permissions each once a tenant, with the roles that give it
     */
    record Held(List<RoleAssignment> assignments, List<EffectivePermission> permissions) {}

    Held held(DSLContext db, UserId user, Scope scope) {
        SqlFragment all = SqlFragment.in(ASSIGNMENTS.USER_ID, List.of(user.value()))
                .and(Scopes.within(scope, ASSIGNMENTS.TENANT_ID));
        return db.connectionResult(connection -> held.query(
                connection,
                JooqAssignments::held,
                () -> DSL.select(
                                ASSIGNMENTS.TENANT_ID,
                                ASSIGNMENTS.ROLE,
                                ASSIGNMENTS.ASSIGNED_AT,
                                PERMISSIONS.PERMISSION)
                        .from(ASSIGNMENTS)
                        .leftJoin(PERMISSIONS)
                        .on(PERMISSIONS.ROLE.eq(ASSIGNMENTS.ROLE))
                        .where(all.condition())
                        .orderBy(ASSIGNMENTS.TENANT_ID, PERMISSIONS.PERMISSION, ASSIGNMENTS.ROLE),
                all));
    }

    private static Held held(ResultRows rows) throws SQLException {
        record Key(String tenant, String permission) {}
        var assigned = new LinkedHashSet<RoleAssignment>();
        var roles = new LinkedHashMap<Key, List<String>>();
        while (rows.next()) {
            String tenant = rows.get(ASSIGNMENTS.TENANT_ID);
            String role = rows.get(ASSIGNMENTS.ROLE);
            String permission = rows.getOrNull(PERMISSIONS.PERMISSION);
            assigned.add(new RoleAssignment(
                    role, new TenantId(tenant), Instant.ofEpochMilli(rows.get(ASSIGNMENTS.ASSIGNED_AT))));
            if (permission != null) {
                roles.computeIfAbsent(new Key(tenant, permission), key -> new ArrayList<>())
                        .add(role);
            }
        }
        return new Held(
                assigned.stream()
                        .sorted(comparing((RoleAssignment it) -> it.tenant().value())
                                .thenComparing(RoleAssignment::role))
                        .toList(),
                roles.entrySet().stream()
                        .map(entry -> new EffectivePermission(
                                entry.getKey().permission(),
                                new TenantId(entry.getKey().tenant()),
                                entry.getValue()))
                        .toList());
    }

    boolean isHeld(DSLContext db, UserId user, TenantId tenant, String role) {
        return !held(db, user, tenant, List.of(role)).isEmpty();
    }

    void moveAll(DSLContext db, String from, String to) {
        db.update(ASSIGNMENTS)
                .set(ASSIGNMENTS.ROLE, to)
                .where(ASSIGNMENTS.ROLE.eq(from))
                .execute();
    }

    static Condition isOf(UserId user, TenantId tenant) {
        return ASSIGNMENTS.USER_ID.eq(user.value()).and(ASSIGNMENTS.TENANT_ID.eq(tenant.value()));
    }
}
