package energy.optibid.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Data of release 0.1 survives the way to 0.2 and back, migrated by an owner who is no superuser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpgradeTest {
    private static final String OLD_DATA = """
            insert into organisations values ('11111111-1111-1111-1111-111111111111', 'Old Energy', now());
            insert into users (id, organisation_id, email, display_name, password_hash, active, created_at) values
                ('22222222-2222-2222-2222-222222222222', '11111111-1111-1111-1111-111111111111', 'a@old.example', 'A', 'x',
                 true, now()),
                ('22222222-2222-2222-2222-222222222223', '11111111-1111-1111-1111-111111111111', 'b@old.example', 'B', 'x',
                 false, now());
            insert into user_roles values ('22222222-2222-2222-2222-222222222222', 'trader');
            insert into assets (id, organisation_id, zone_id, kind, name, created_at) values
                ('33333333-3333-3333-3333-333333333333', '11111111-1111-1111-1111-111111111111',
                 (select min(id) from zones), 'battery', 'Battery', now());
            insert into batteries (asset_id, charge_power_mw, discharge_power_mw, usable_capacity_mwh, charge_efficiency,
                discharge_efficiency) values ('33333333-3333-3333-3333-333333333333', 1, 1, 1, 1, 1);
            insert into audit_entries (id, organisation_id, user_id, at, action, subject_type, subject_id) values
                (gen_random_uuid(), '11111111-1111-1111-1111-111111111111', '22222222-2222-2222-2222-222222222222', now(),
                 'asset.create', 'asset', '1'),
                (gen_random_uuid(), null, null, now(), 'import.create', 'import', '1');
            """;

    private EmbeddedPostgres server;

    @BeforeAll
    void startServer() throws IOException, SQLException {
        server = EmbeddedPostgres.builder().start();
        execute("postgres", "postgres", "create role owner_of_schema login createrole");
        execute("postgres", "postgres", "create database optibid owner owner_of_schema");
    }

    @AfterAll
    void stopServer() throws IOException {
        server.close();
    }

    @Test
    void updateShouldKeepTheDataOfAnEarlierReleaseAndRollbackShouldGiveItBack() throws SQLException {
        try (Connection owner = connect("owner_of_schema")) {
            Schema schema = new Schema(owner);
            int changesets = schema.update().size();
            int later = changesets
                    - (int) schema.history().stream()
                            .filter(applied -> applied.changeset().id().contains("-0.1-"))
                            .count();
            schema.rollback(later);
            execute("owner_of_schema", "optibid", OLD_DATA);

            assertThat(schema.update()).hasSize(later);

            assertThat(text("select string_agg(organisation_id::text, ' ') from user_roles"))
                    .isEqualTo("11111111-1111-1111-1111-111111111111");
            assertThat(text("select string_agg(organisation_id::text, ' ') from batteries"))
                    .isEqualTo("11111111-1111-1111-1111-111111111111");
            assertThat(text("select string_agg(status, ' ' order by email) from users"))
                    .isEqualTo("active suspended");
            assertThat(
                            text(
                                    "select string_agg(organisation_id::text, ' ' order by organisation_id) from audit_entries"))
                    .isEqualTo("00000000-0000-0000-0000-000000000000 11111111-1111-1111-1111-111111111111");
            assertThat(text("select count(*)::text from pg_class where relrowsecurity and not relforcerowsecurity"))
                    .isEqualTo("0");

            schema.rollback(later);

            assertThat(text("select string_agg(active::text, ' ' order by email) from users"))
                    .isEqualTo("true false");
            assertThat(text("select role_code from user_roles")).isEqualTo("trader");
            assertThat(text("select count(*)::text from audit_entries where organisation_id is null"))
                    .isEqualTo("1");
        }
    }

    private Connection connect(String role) throws SQLException {
        return server.getDatabase(role, "optibid").getConnection();
    }

    private void execute(String role, String database, String sql) throws SQLException {
        try (Connection connection = server.getDatabase(role, database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String query) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
