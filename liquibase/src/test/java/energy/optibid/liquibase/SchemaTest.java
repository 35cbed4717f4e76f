package energy.optibid.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The changelogs of every feature, up and down, on a real PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemaTest {
    private static final String OBJECTS = """
            select c.relkind::text || ' ' || c.relname from pg_class c where c.relnamespace = 'public'::regnamespace
            union all select 'function ' || p.oid::regprocedure from pg_proc p
              where p.pronamespace = 'public'::regnamespace
                and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
            union all select 'type ' || t.typname from pg_type t
              where t.typnamespace = 'public'::regnamespace and t.typelem = 0
                and not exists (select 1 from pg_depend d where d.objid = t.oid and d.deptype = 'e')
            union all select 'schema ' || n.nspname from pg_namespace n where n.nspname !~ '^pg_'
            union all select 'extension ' || e.extname from pg_extension e
            """;

    private EmbeddedPostgres server;
    private Connection connection;

    @BeforeAll
    void startServer() throws IOException {
        server = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    void stopServer() throws IOException {
        server.close();
    }

    @BeforeEach
    void connectToEmptyDatabase() throws SQLException {
        try (Connection admin = server.getPostgresDatabase().getConnection();
                Statement statement = admin.createStatement()) {
            statement.execute("drop database if exists optibid with (force)");
            statement.execute("create database optibid");
        }
        connection = server.getDatabase("postgres", "optibid").getConnection();
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void updateShouldBringAnEmptyDatabaseUpToDate() {
        Schema schema = new Schema(connection);
        List<Changeset> pending = schema.pending();

        assertThat(schema.update()).isEqualTo(pending).isNotEmpty();

        assertThat(schema.pending()).isEmpty();
        assertThat(schema.verify()).isEmpty();
        assertThat(schema.history()).hasSameSizeAs(pending);
        assertThat(schema.update()).isEmpty();
    }

    @Test
    void rollbackShouldLeaveNothingWhenEachChangesetIsTakenBack() throws SQLException {
        Schema schema = new Schema(connection);
        Set<String> nothing = objects();
        int changesets = schema.update().size();

        for (int left = changesets; left > 0; left--) {
            String last = schema.history().get(left - 1).changeset().id();
            schema.rollback(1);
            assertThat(schema.history())
                    .as("history after rollback of %s", last)
                    .hasSize(left - 1);
            assertThat(schema.pending())
                    .as("pending after rollback of %s", last)
                    .hasSize(changesets - left + 1);
        }

        assertThat(ours(objects())).isEqualTo(ours(nothing));
        assertThat(schema.update()).hasSize(changesets);
    }

    @Test
    void previewsShouldShowTheSqlAndChangeNothing() throws SQLException {
        Schema schema = new Schema(connection);
        Set<String> before = objects();
        String sql = schema.updateSql();
        assertThat(sql).contains("create table outbox_events");
        assertThat(objects()).isEqualTo(before);

        schema.update();
        Set<String> after = objects();
        assertThat(schema.rollbackSql(1)).containsIgnoringCase("delete from public.databasechangelog");
        assertThat(objects()).isEqualTo(after);
    }

    @Test
    void pendingShouldOnlyReadWhenTheRoleOwnsNothing() throws SQLException {
        new Schema(connection).update();
        execute(
                "drop role if exists reader",
                "create role reader login",
                "grant select on databasechangelog to reader");

        try (Connection reader = server.getDatabase("reader", "optibid").getConnection()) {
            assertThat(new Schema(reader).pending()).isEmpty();
        }
    }

    @Test
    void pendingShouldNameEverythingWhenNothingWasApplied() throws SQLException {
        Set<String> before = objects();

        assertThat(new Schema(connection).pending()).extracting(Changeset::id).contains("streaming-0.1-outbox");
        assertThat(objects()).isEqualTo(before);
    }

    @Test
    void updateShouldGoOnWhenAnotherProcessDiedWhileMigrating() throws SQLException {
        Schema schema = new Schema(connection);
        schema.update();
        schema.rollback(1);
        execute("update databasechangeloglock set locked = true, lockgranted = now(), lockedby = 'dead'");

        assertThat(schema.update()).hasSize(1);
    }

    @Test
    void verifyShouldNameWhatDiffers() throws SQLException {
        Schema schema = new Schema(connection);
        schema.update();
        execute(
                "drop table outbox_events",
                "update databasechangelog set md5sum = '9:00000000000000000000000000000000'"
                        + " where id = 'streaming-0.1-outbox'",
                "update databasechangelog set id = 'other' where id = 'streaming-0.1-outbox-unpublished'");

        assertThat(schema.verify())
                .containsExactlyInAnyOrder(
                        "table is missing: outbox_events",
                        "changed after it was applied: streaming-0.1-outbox",
                        "pending: streaming-0.1-outbox-unpublished",
                        "applied, but unknown to this release: other");
    }

    @Test
    void connectionShouldStayOpenInAutoCommit() throws SQLException {
        new Schema(connection).update();

        assertThat(connection.isClosed()).isFalse();
        assertThat(connection.getAutoCommit()).isTrue();
    }

    @Test
    void commandShouldMigrateAndRollBackToATag() {
        assertThat(run("status").code()).isEqualTo(Main.NOT_AS_WANTED);
        assertThat(run("update", "--dry-run").text()).contains("create table outbox_events");
        assertThat(run("status").code()).isEqualTo(Main.NOT_AS_WANTED);
        assertThat(run("update", "--tag", "before").code()).isEqualTo(Main.FAILED);
        assertThat(run("update").code()).isEqualTo(Main.OK);
        assertThat(run("rollback", "1").text()).isEqualToIgnoringNewLines("1 changeset rolled back.");
        assertThat(run("update", "--tag", "before").text()).contains("1 changeset applied.");
        assertThat(run("history").text()).contains("[before]");
        assertThat(run("rollback", "before").text()).isEqualToIgnoringNewLines("1 changeset rolled back.");
        assertThat(run("verify").code()).isEqualTo(Main.NOT_AS_WANTED);
        assertThat(run("update").code()).isEqualTo(Main.OK);
        assertThat(run("verify").code()).isEqualTo(Main.OK);
        assertThat(run("status").text()).isEqualToIgnoringNewLines("The schema is up to date.");
    }

    @Test
    void commandShouldAnswerWithOneLineWhenSomethingIsWrong() {
        assertThat(run("migrate").lines()).singleElement().asString().contains("there is no command migrate");
        assertThat(run("migrate").code()).isEqualTo(Main.WRONG_ARGUMENTS);
        assertThat(run("rollback").lines()).singleElement().asString().contains("needs a count or a tag");
        assertThat(run("status", "now").code()).isEqualTo(Main.WRONG_ARGUMENTS);
        assertThat(run("rollback", "nowhere").lines())
                .singleElement()
                .asString()
                .contains("no state named nowhere");
        Outcome refused = run("status", "--url", "jdbc:postgresql://localhost:1/optibid");
        assertThat(refused.code()).isEqualTo(Main.FAILED);
        assertThat(refused.lines()).singleElement().asString().contains("Cannot connect to", "localhost:1");
    }

    @Test
    void schemaShouldRefuseATagWhenNothingWasApplied() {
        assertThatThrownBy(() -> new Schema(connection).tag("start"))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("Nothing was applied yet");
    }

    private record Outcome(int code, String text) {
        List<String> lines() {
            return text.lines().toList();
        }
    }

    private Outcome run(String... args) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(text, true, StandardCharsets.UTF_8);
        int code = new Main(stream, stream)
                .run(
                        Arrays.asList(args),
                        Map.of(
                                "OPTIBID_DATABASE_URL",
                                server.getJdbcUrl("postgres", "optibid"),
                                "OPTIBID_DATABASE_USER",
                                "postgres"));
        return new Outcome(code, text.toString(StandardCharsets.UTF_8));
    }

    private void execute(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Set<String> objects() throws SQLException {
        Set<String> objects = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(OBJECTS)) {
            while (rows.next()) {
                objects.add(rows.getString(1));
            }
        }
        return objects;
    }

    /** Without Liquibase's own tables, and without extensions, which may have been there before and stay. */
    private static Set<String> ours(Set<String> objects) {
        Set<String> ours = new TreeSet<>(objects);
        ours.removeIf(object -> object.contains("databasechangelog") || object.startsWith("extension "));
        return ours;
    }
}
