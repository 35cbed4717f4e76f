package energy.optibid.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.optibid.liquibase.AppliedChangeset;
import energy.optibid.liquibase.Schema;
import energy.optibid.platform.Environment;
import energy.optibid.platform.Settings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postgresql.ds.PGSimpleDataSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemaStartIT {
    private static final String DESTRUCTIVE =
            "factors-0.2-kept-answers,streaming-0.2-log,market-0.2-rule-sources-of-each-number";
    private final AtomicLong seconds = new AtomicLong();
    private final Clock clock = InstantSource.offset(() -> Instant.EPOCH.plusSeconds(seconds.get()), Duration.ZERO)
            .withZone(ZoneOffset.UTC);
    private EmbeddedPostgres server;

    @BeforeAll
    void startServer() throws IOException {
        server = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    void stopServer() throws IOException {
        server.close();
    }

    @BeforeEach
    void emptyDatabase() throws SQLException {
        seconds.set(0);
        try (Connection admin = server.getPostgresDatabase().getConnection();
                Statement statement = admin.createStatement()) {
            statement.execute("drop database if exists optibid with (force)");
            statement.execute("create database optibid");
            statement.execute("drop role if exists optibid");
            statement.execute("create role optibid login");
        }
    }

    private DataSource application() {
        return server.getDatabase("optibid", "optibid");
    }

    private DataSource owner() {
        return server.getDatabase("postgres", "optibid");
    }

    private static Database database(DataSource dataSource, Optional<DataSource> owner, String allowed) {
        Map<String, String> values = Map.of(
                "optibid.database.allow-destructive-changesets", allowed,
                "optibid.database.url", "jdbc:postgresql://db.example/optibid?password=s3cret",
                "optibid.database.start-timeout", "PT60S",
                "optibid.database.probe-timeout", "PT5S");
        Settings settings = new Settings(key -> Optional.ofNullable(values.get(key)));
        return new Database(
                dataSource, owner, DatabaseSettings.of(settings, Environment.PRODUCTION), new DatabaseAnswers());
    }

    private SchemaStart start(DataSource dataSource, Environment environment) {
        Optional<DataSource> owner = environment.isDevelopment() ? Optional.of(owner()) : Optional.empty();
        return start(dataSource, owner, environment);
    }

    private SchemaStart start(DataSource dataSource, Optional<DataSource> owner, Environment environment) {
        return start(dataSource, owner, environment, "");
    }

    private SchemaStart start(
            DataSource dataSource, Optional<DataSource> owner, Environment environment, String allowed) {
        return new SchemaStart(
                database(dataSource, owner, allowed),
                environment,
                clock,
                length -> seconds.addAndGet(length.toSeconds()));
    }

    private void asOwner(String... statements) throws SQLException {
        try (Connection connection = owner().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void settingsShouldRefuseAMalformedAddressAndAMissingPassword() {
        assertThatThrownBy(() -> settings("postgresql://me:s3cret@db/optibid", Environment.DEVELOPMENT))
                .hasMessage("optibid.database.url is \"postgresql://****@db/optibid\";"
                        + " allowed: jdbc:postgresql://host[:port]/database");
        assertThatThrownBy(() -> settings("jdbc:postgresql://db/optibid", Environment.PRODUCTION))
                .hasMessageStartingWith("optibid.database.password is \"\"; allowed: the password of the role");
        assertThat(settings("jdbc:postgresql://db/optibid", Environment.DEVELOPMENT)
                        .configuredAt())
                .isEqualTo("jdbc:postgresql://db/optibid");
    }

    private static DatabaseSettings settings(String url, Environment environment) {
        Map<String, String> values = Map.of(
                "optibid.database.url", url,
                "optibid.database.start-timeout", "PT60S",
                "optibid.database.probe-timeout", "PT5S");
        return DatabaseSettings.of(new Settings(key -> Optional.ofNullable(values.get(key))), environment);
    }

    @Test
    void startShouldMigrateInDevelopment() throws SQLException {
        start(application(), Environment.DEVELOPMENT).run();

        try (Connection connection = application().getConnection()) {
            assertThat(new Schema(connection).pending()).isEmpty();
        }
        start(application(), Environment.PRODUCTION).run();
        start(application(), Environment.DEVELOPMENT).run();
    }

    @Test
    void startShouldRefuseInDevelopmentWhatTakesDataAwayUntilTheOperatorAllowsIt() throws SQLException {
        start(application(), Environment.DEVELOPMENT).run();
        List<AppliedChangeset> history = history();
        List<String> ids =
                history.stream().map(applied -> applied.changeset().id()).toList();
        int before = ids.indexOf("factors-0.2-kept-answers");
        try (Connection connection = owner().getConnection()) {
            new Schema(connection).rollback(history.size() - before);
        }

        assertThatThrownBy(() -> start(application(), Environment.DEVELOPMENT).run())
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining(
                        "factors-0.2-kept-answers (db/changelog/factors-0.2.sql: truncate idempotency_keys)")
                .hasMessageContaining("optibid.database.allow-destructive-changesets=" + DESTRUCTIVE)
                .hasMessageNotContaining("s3cret")
                .hasMessageNotContaining("\n");
        assertThat(history()).hasSize(before);

        start(application(), Optional.of(owner()), Environment.DEVELOPMENT, "another, " + DESTRUCTIVE)
                .run();
        assertThat(history()).hasSize(history.size());
    }

    @Test
    void startShouldMigrateOnceWhenSeveralNodesStartAtOnce() throws Exception {
        int nodes = 4;
        CountDownLatch together = new CountDownLatch(nodes);
        ExecutorService executor = Executors.newFixedThreadPool(nodes);
        try {
            List<Callable<Boolean>> starts = Collections.nCopies(nodes, () -> {
                together.countDown();
                together.await();
                start(application(), Environment.DEVELOPMENT).run();
                return true;
            });
            for (Future<Boolean> started : executor.invokeAll(starts)) {
                assertThat(started.get()).isTrue();
            }
        } finally {
            executor.shutdownNow();
        }

        try (Connection connection = application().getConnection()) {
            Schema schema = new Schema(connection);
            assertThat(schema.history().stream()
                            .map(applied -> applied.changeset().id()))
                    .doesNotHaveDuplicates();
            assertThat(schema.verify().differences()).isEmpty();
        }
    }

    private List<AppliedChangeset> history() throws SQLException {
        try (Connection connection = application().getConnection()) {
            return new Schema(connection).history();
        }
    }

    @Test
    void startShouldOnlyCheckInDevelopmentWhenTheOwnersLoginIsNotSet() throws SQLException {
        assertThatThrownBy(() -> start(application(), Optional.empty(), Environment.DEVELOPMENT)
                        .run())
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("is behind by");
    }

    @Test
    void startShouldRefuseARoleThatRowLevelSecurityDoesNotBind() throws SQLException {
        start(application(), Environment.DEVELOPMENT).run();

        for (Environment environment : Environment.values()) {
            assertThatThrownBy(() -> start(owner(), environment).run())
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining("as postgres, which is a superuser")
                    .hasMessageContaining("optibid.database.user")
                    .hasMessageContaining("java -jar optibid-liquibase-cli.jar admit <login> --url")
                    .hasMessageNotContaining("s3cret");
        }
        asOwner("alter role optibid bypassrls");
        assertRoleRefused("as optibid, which has BYPASSRLS");
        asOwner("alter role optibid nobypassrls", "create table stray ()", "alter table stray owner to optibid");
        assertRoleRefused("as optibid, which owns tables (stray)");
        asOwner("drop table stray", "revoke optibid_application from optibid");
        assertRoleRefused("as optibid, which is no member of optibid_application");
        asOwner("grant optibid_application to optibid");
        start(application(), Environment.PRODUCTION).run();
    }

    private void assertRoleRefused(String reason) {
        assertThatThrownBy(() -> start(application(), Environment.PRODUCTION).run())
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void settingsShouldRefuseTheOwnersLoginInProduction() {
        Settings settings = new Settings(key ->
                Optional.of(key).filter("optibid.database.owner.user"::equals).map(set -> "optibid_owner"));

        assertThatThrownBy(() -> DatabaseOwner.of(settings, Environment.PRODUCTION))
                .hasMessageContaining("optibid.database.owner.user is \"optibid_owner\"")
                .hasMessageContaining("optibid-liquibase-cli.jar");
    }

    @Test
    void startShouldRefuseASchemaThatIsBehindInProductionAndLeaveItAlone() throws SQLException {
        assertThatThrownBy(() -> start(application(), Environment.PRODUCTION).run())
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("jdbc:postgresql://db.example/optibid")
                .hasMessageContaining("is behind by")
                .hasMessageContaining("streaming-0.1-outbox, ")
                .hasMessageContaining("java -jar optibid-liquibase-cli.jar update --url")
                .hasMessageNotContaining("s3cret")
                .hasMessageNotContaining("\n");

        try (Connection connection = owner().getConnection()) {
            assertThat(new Schema(connection).history()).isEmpty();
        }
    }

    @Test
    void startShouldWaitWhenPostgresqlComesLater() throws SQLException {
        AtomicInteger attempts = new AtomicInteger();
        DataSource late = new PGSimpleDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                if (attempts.incrementAndGet() < 5) {
                    throw new SQLException("Connection refused", "08001");
                }
                return application().getConnection();
            }
        };

        start(application(), Environment.DEVELOPMENT).run();
        start(late, Environment.PRODUCTION).run();

        assertThat(attempts).hasValue(5);
        assertThat(seconds).hasValue(4);
    }

    @Test
    void startShouldGiveUpWhenPostgresqlDoesNotCome() {
        DataSource never = new PGSimpleDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                throw new SQLException("Connection refused", "08001");
            }
        };

        assertThatThrownBy(() -> start(never, Environment.PRODUCTION).run())
                .isInstanceOf(StartRefusedException.class)
                .hasMessage("PostgreSQL cannot be reached at"
                        + " jdbc:postgresql://db.example/optibid?password=****: Connection refused");
        assertThat(seconds).hasValue(60);
    }

    @Test
    void startShouldNotWaitWhenTheDatabaseDoesNotExist() {
        assertThatThrownBy(() -> start(server.getDatabase("optibid", "nowhere"), Environment.PRODUCTION)
                        .run())
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("\"nowhere\" does not exist");
        assertThat(seconds).hasValue(0);
    }
}
