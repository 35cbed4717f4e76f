package energy.optibid.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.liquibase.structure.Difference;
import energy.optibid.liquibase.structure.Structure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The description of the schema in the jar against the database that the changelogs make. The description is written anew
 * by {@code -Doptibid.write-structure=true}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StructureTest {
    private static final Path DESCRIPTION = Path.of("src/main/resources/db/structure.txt");

    /** Kinds of things that the description cannot tell of: a changelog that makes one needs a query for it first. */
    private static final String UNTOLD = """
            select 'rule ' || rulename from pg_rules where schemaname = 'public'
            union all select 'statistics ' || stxname from pg_statistic_ext
            union all select 'event trigger ' || evtname from pg_event_trigger
            union all select 'relation ' || relname from pg_class
              where relnamespace = 'public'::regnamespace and relkind not in ('r', 'p', 'v', 'm', 'f', 'S', 'i', 'I')
            union all select 'schema ' || nspname from pg_namespace
              where nspname !~ '^pg_' and nspname not in ('public', 'information_schema')
            """;

    private TestPostgres postgres;

    @BeforeAll
    void migrate() throws IOException, SQLException {
        postgres = TestPostgres.start();
        postgres.create("migrated");
        postgres.migrate("migrated");
    }

    @AfterAll
    void stop() {
        postgres.close();
    }

    @Test
    void descriptionShouldBeWhatTheChangelogsMake() throws IOException, SQLException {
        String made;
        try (Connection owner = postgres.connect(TestPostgres.OWNER, "migrated")) {
            made = new Schema(owner).structure().toString();
        }
        if (Boolean.getBoolean("optibid.write-structure")) {
            Files.writeString(DESCRIPTION, made);
        }

        assertThat(Files.readString(DESCRIPTION))
                .as("after a change of the changelogs run again with -Doptibid.write-structure=true")
                .isEqualTo(made);
    }

    @Test
    void changelogsShouldMakeNothingThatTheDescriptionCannotTell() throws SQLException {
        assertThat(postgres.query("migrated", UNTOLD)).isEmpty();
    }

    @Test
    void verifyShouldFindNothingWhenAnImportHasMadePartitions() throws SQLException {
        postgres.copy("migrated", "partitioned");
        postgres.execute(
                "partitioned",
                "select market_ensure_partitions('prices', '2015-01-01Z', '2026-12-31Z')",
                "select market_ensure_partitions('fundamentals', '2024-01-01Z', '2024-03-01Z')");

        assertThat(postgres.query("partitioned", "select count(*) from pg_class where relname ~ '^prices_20.._..$'"))
                .containsExactly("144");
        assertThat(verify(TestPostgres.OWNER, "partitioned")).isEmpty();
    }

    @Test
    void verifyShouldFindNothingOfExtensionsThatTheServersAdministratorInstalled() throws SQLException {
        postgres.copy("migrated", "extended");
        postgres.execute(
                "extended",
                "create extension \"uuid-ossp\"",
                "create extension pg_stat_statements",
                "create extension hstore",
                "create extension citext");

        assertThat(verify(TestPostgres.OWNER, "extended")).isEmpty();
        assertThat(postgres.run("extended", "verify").lines())
                .contains(
                        "uuid-ossp    optional, not used  installed", "postgis      optional, not used  not installed");
    }

    @Test
    void verifyShouldNeedNoMoreThanTheApplicationsLoginHas() throws SQLException {
        postgres.execute("migrated", "create role reader login", "grant optibid_application to reader");

        assertThat(verify("reader", "migrated")).isEmpty();
    }

    @Test
    void verifyShouldFindNothingWhenASuperuserMigrated() throws SQLException {
        postgres.create("by_superuser");
        try (Connection superuser = postgres.connect(TestPostgres.SUPERUSER, "by_superuser")) {
            new Schema(superuser).update();
        }

        assertThat(verify(TestPostgres.SUPERUSER, "by_superuser")).isEmpty();
    }

    @Test
    void structureShouldNotDependOnTheSessionsSearchPath() throws SQLException {
        try (Connection owner = postgres.connect(TestPostgres.OWNER, "migrated");
                var statement = owner.createStatement()) {
            statement.execute("set search_path to pg_catalog");
            assertThat(new Schema(owner).structure())
                    .hasToString(Structure.declared().toString());
        }
    }

    private List<Difference> verify(String user, String database) throws SQLException {
        try (Connection connection = postgres.connect(user, database)) {
            return new Schema(connection).verify().differences();
        }
    }
}
