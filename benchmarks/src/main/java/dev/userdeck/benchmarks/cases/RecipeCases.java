package dev.userdeck.benchmarks.cases;

import static dev.userdeck.recipe.usermetadata.MetadataAuditActions.METADATA_CHANGED;
import static dev.userdeck.recipe.userroles.RoleAuditActions.ROLE_ASSIGNED;

import dev.userdeck.Userdeck;
import dev.userdeck.actor.Actor;
import dev.userdeck.benchmarks.fixture.BenchmarkDatabase;
import dev.userdeck.benchmarks.fixture.Operation;
import dev.userdeck.benchmarks.fixture.Person;
import dev.userdeck.benchmarks.fixture.Population;
import dev.userdeck.benchmarks.fixture.Work;
import dev.userdeck.recipe.usermetadata.UserMetadata;
import dev.userdeck.recipe.userroles.UserRoles;
import dev.userdeck.tenant.TenantId;
import dev.userdeck.user.UserId;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;

/** Roles and metadata. */
final class RecipeCases {
    /** Assigned to nobody before. */
    private static final String NEW_ROLE = "benchmark";

    private final BenchmarkDatabase site;
    private final UserRoles roles;
    private final UserMetadata metadata;
    private final Population population;
    private final UserPool supply;

    RecipeCases(BenchmarkDatabase site, Userdeck userdeck, Population population) {
        this.site = site;
        this.roles = userdeck.recipe(UserRoles.class);
        this.metadata = userdeck.recipe(UserMetadata.class);
        this.population = population;
        this.supply = new UserPool(site, population);
    }

    List<BenchmarkCase> all() {
        return List.of(
                new BenchmarkCase("permission check in process", this::check, rawCheck(), Threshold.share(0.6)),
                new BenchmarkCase(
                        "role assign, with its event",
                        assigning(this::assign),
                        assigning(rawAssign()),
                        Threshold.share(0.6)),
                new BenchmarkCase("metadata read", this::read, rawRead(), Threshold.share(0.6)),
                new BenchmarkCase(
                        "metadata merge, with its event",
                        this::merge,
                        RawQueries.writing(site, this::rawMerge),
                        Threshold.share(0.6)));
    }

    private Operation check() {
        return random -> {
            int user = any(random);
            if (!roles.hasPermission(new UserId(population.id(user)), permission(user, random))) {
                throw new IllegalStateException("A role of the population is gone: load it anew");
            }
            return true;
        };
    }

    private Work rawCheck() {
        return RawQueries.reading(
                site,
                "select 1 from ud_userroles_assignment a join ud_userroles_permission p on p.role = a.role"
                        + " where a.user_id = ? and a.tenant_id = ? and p.permission = ? limit 1",
                random -> {
                    int user = any(random);
                    return new Object[] {population.id(user), "public", permission(user, random)};
                });
    }

    /** One that the user has. */
    private String permission(int user, SplittableRandom random) {
        return population.rolesOf(user).get(0) + ":action-" + random.nextInt(Population.PERMISSIONS);
    }

    private Operation assign() {
        return random -> {
            int user = supply.take();
            if (user >= 0) {
                roles.assign(new UserId(population.id(user)), NEW_ROLE);
            }
            return user >= 0;
        };
    }

    private Work rawAssign() {
        return () -> RawQueries.writer(site, (raw, random) -> {
            int user = supply.take();
            if (user >= 0) {
                String id = population.id(user);
                raw.write(
                        "insert into ud_userroles_assignment (user_id, tenant_id, role, assigned_at)"
                                + " values (?, ?, ?, ?)",
                        id,
                        TenantId.PUBLIC.value(),
                        NEW_ROLE,
                        Population.NOW.toEpochMilli());
                raw.event(ROLE_ASSIGNED, id, List.of());
            }
            return user >= 0;
        });
    }

    private Work assigning(Work work) {
        return work.after(() -> {
            roles.create(NEW_ROLE, null, Set.of(), Actor.system()); // the first time
            supply.renewRole(NEW_ROLE);
        });
    }

    private Operation read() {
        return random -> metadata.get(new UserId(population.id(any(random)))).isPresent();
    }

    private Work rawRead() {
        return RawQueries.reading(
                site, "select document, version, changed_at from ud_usermetadata where user_id = ?", random ->
                        new Object[] {population.id(any(random))});
    }

    private Operation merge() {
        return random -> {
            metadata.merge(
                    new UserId(population.id(any(random))),
                    "{\"seats\":" + ThreadLocalRandom.current().nextInt(1_000_000) + "}",
                    Actor.system());
            return true;
        };
    }

    private boolean rawMerge(RawQueries raw, SplittableRandom random) throws SQLException {
        Person person = population.person(any(random));
        raw.write(
                "update ud_usermetadata set document = ?, version = version + 1, changed_at = ? where user_id = ?",
                person.metadata().replace("\"seats\":", "\"seats\":" + (1 + random.nextInt(1_000))),
                Population.NOW.toEpochMilli(),
                person.id());
        raw.event(METADATA_CHANGED, person.id(), List.of(new String[] {"size", "300 bytes", "304 bytes"}, new String[] {
            "keys changed", "seats", "seats"
        }));
        return true;
    }

    private int any(SplittableRandom random) {
        return random.nextInt(population.size());
    }
}
