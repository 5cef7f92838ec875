package dev.userdeck.benchmarks.move;

import dev.userdeck.benchmarks.fixture.BenchmarkDatabase;
import dev.userdeck.benchmarks.fixture.Person;
import dev.userdeck.benchmarks.fixture.Population;
import dev.userdeck.benchmarks.fixture.UsersFile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.BitSet;

/** How many rows there are of what an import writes: those that a population makes, and those in a database. */
record Totals(
        long users, long memberships, long identifiers, long passwords, long roles, long metadata, long verified) {

    static Totals of(Population population) {
        long memberships = 0;
        long identifiers = 0;
        long roles = 0;
        long verified = 0;
        for (int number = 0; number < population.size(); number++) {
            Person person = population.person(number);
            int tenants = person.tenants().size();
            memberships += tenants;
            // email, external id and perhaps phone, in each tenant
            identifiers += (person.phone() == null ? 2L : 3L) * tenants;
            roles += person.roles().size();
            verified += person.isVerified() ? 1 : 0;
        }
        int users = population.size();
        return new Totals(users, memberships, identifiers, users, roles, users, verified);
    }

    /**
     * What is there.
     *
     * @throws IllegalStateException if an external id is there twice, or is nobody's
     */
    static Totals in(BenchmarkDatabase site, Population population) throws SQLException {
        return new Totals(
                known(site, population),
                site.number("select count(*) from ud_user_tenant"),
                site.number("select count(*) from ud_identifier"),
                site.number("select count(*) from ud_password"),
                site.number("select count(*) from ud_userroles_assignment"),
                site.number("select count(*) from ud_usermetadata"),
                site.number("select count(*) from ud_emailverification_address"));
    }

    /** One by one, as two numbers may be the same by chance. */
    private static long known(BenchmarkDatabase site, Population population) throws SQLException {
        var seen = new BitSet(population.size());
        try (Connection connection = site.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select external_id from ud_user")) {
            while (rows.next()) {
                int number = UsersFile.number(rows.getString(1));
                if (number >= population.size() || seen.get(number)) {
                    throw new IllegalStateException("User " + number + " is there twice, or is none of ours");
                }
                seen.set(number);
            }
        }
        return seen.cardinality();
    }
}
