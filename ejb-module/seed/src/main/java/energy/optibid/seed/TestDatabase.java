package energy.optibid.seed;

import energy.optibid.identity.SampleAccounts;
import energy.optibid.liquibase.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** The database, looked at before anything is written: whether it is one to be seeded. */
final class TestDatabase {
    private static final String UNBOUND = """
            select exists (select from pg_roles r where (r.rolsuper or r.rolbypassrls)
                                                    and pg_has_role(current_user, r.oid, 'MEMBER')),
                   coalesce((select pg_has_role(current_user, r.oid, 'USAGE') from pg_roles r
                              where r.rolname = 'optibid_application'), false)""";

    /** Of the demo, the platform itself, and of tests. */
    private static final String ORGANISATIONS = "select id::text, name from optibid_organisations('', 1000)";

    private static final String PLATFORM = "00000000-0000-0000-0000-000000000000";
    private static final String DEMO = "Demo Energy";

    private final PGSimpleDataSource source;

    TestDatabase(PGSimpleDataSource source) {
        this.source = source;
    }

    /** @throws SeedRefusedException where the schema, the login or what is in there is not as it must be */
    void check(boolean besideOthers) throws SQLException {
        try (Connection connection = source.getConnection()) {
            requireSchema(connection);
            requireApplication(connection);
            if (!besideOthers) {
                requireNoOthers(connection);
            }
        }
    }

    /** How many operators, products and zones the release brings along. */
    String markets() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select (select count(*) from market_operators),"
                        + " (select count(*) from products), (select count(*) from zones)")) {
            row.next();
            return "%d operators, %d products, %d zones: the schema brings them along"
                    .formatted(row.getInt(1), row.getInt(2), row.getInt(3));
        }
    }

    /** Where it is, without the secrets that an address may hold. */
    String address() {
        return "jdbc:postgresql://" + source.getServerNames()[0] + ":" + source.getPortNumbers()[0] + "/"
                + source.getDatabaseName();
    }

    private void requireSchema(Connection connection) {
        int pending = new Schema(connection).pending().size();
        if (pending > 0) {
            throw new SeedRefusedException("The schema of " + address() + " is behind by " + pending
                    + " changesets. Apply them with: java -jar optibid-liquibase-cli.jar update --url " + address()
                    + " --user <owner of the schema>");
        }
    }

    private void requireApplication(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(UNBOUND)) {
            row.next();
            if (row.getBoolean(1) || !row.getBoolean(2)) {
                throw new SeedRefusedException("Connect as the application's login, which row-level security binds, and"
                        + " not as " + source.getUser()
                        + ": give it by --user or OPTIBID_DATABASE_USER, and admit it with:"
                        + " java -jar optibid-liquibase-cli.jar admit <login>");
            }
        }
    }

    private void requireNoOthers(Connection connection) throws SQLException {
        List<String> others = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ORGANISATIONS)) {
            while (rows.next()) {
                String name = rows.getString(2);
                boolean sample = SampleAccounts.ORGANISATIONS.contains(name) || name.equals(DEMO);
                if (!sample && !rows.getString(1).equals(PLATFORM)) {
                    others.add(name);
                }
            }
        }
        if (!others.isEmpty()) {
            throw new SeedRefusedException("The database has organisations that are no sample: "
                    + String.join(", ", others) + ". If it is a test system's, say --beside-others");
        }
    }
}
