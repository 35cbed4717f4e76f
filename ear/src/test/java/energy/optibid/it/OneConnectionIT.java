package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.launcher.Guard;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A second node whose pool has one connection: everything that two organisations and nobody in particular ask of it goes
 * over that one, in every order.
 */
@EnabledIfSystemProperty(named = "optibid.form", matches = "micro")
class OneConnectionIT {
    private static final String POOL = "one-connection";
    private static final int ROUNDS = 10;

    private static Guard guard;
    private static MicroForm.Instance node;
    private static SecondOrganisation other;
    private static Side demo;
    private static Side second;

    /** One organisation at the node: whom it asks as, an asset of its own, and what would betray it to the other. */
    private record Side(Api api, String asset, String name) {

        static Side of(String token) {
            Api api = Api.at(node.base(), Optional.of(token));
            String name = "Only here " + UUID.randomUUID();
            Answer created = api.post("/api/v1/assets", asset(name));
            assertThat(created.status()).as(created.toString()).isEqualTo(201);
            return new Side(api, created.json().get("id").asText(), name);
        }

        private static String asset(String name) {
            return """
                    {"name": "%s", "kind": "battery", "zoneCode": "EE", "battery": {"chargePowerMw": 1,
                     "dischargePowerMw": 1, "usableCapacityMwh": 2, "chargeEfficiency": 0.9, "dischargeEfficiency": 0.9}}
                    """.formatted(name);
        }

        /** What is wrong with what it sees; empty where nothing is. */
        String lists(Side unseen) {
            Answer answer = api.get("/api/v1/assets?limit=500");
            boolean right = answer.status() == 200
                    && answer.body().contains(asset)
                    && !answer.body().contains(unseen.asset)
                    && !answer.body().contains(unseen.name);
            return right ? "" : answer.toString();
        }

        /** The name is taken: the transaction is rolled back. */
        String isRolledBack() {
            Answer answer = api.post("/api/v1/assets", asset(name));
            return answer.status() == 422 ? "" : answer.toString();
        }

        /** The other's asset is not there, by its identifier. */
        String isRefused(Side unseen) {
            Answer answer = api.get("/api/v1/assets/" + unseen.asset);
            return answer.status() == 404 ? "" : answer.toString();
        }
    }

    @BeforeAll
    static void startNode() throws IOException, URISyntaxException {
        other = SecondOrganisation.create();
        guard = new Guard();
        Map<String, String> environment =
                new HashMap<>(ServerUnderTest.database().environment());
        environment.putAll(TestSettings.ENVIRONMENT);
        environment.put("OPTIBID_DATASOURCE", "jdbc/one");
        node = MicroForm.start(POOL, environment, arguments(), guard);
        assertThat(node.awaitReady(Duration.ofMinutes(4)))
                .as(TestFolders.tail(node.log(), 40))
                .isTrue();
        demo = Side.of(Users.accessToken("trader@demo.optibid"));
        second = Side.of(other.token());
    }

    /** A pool of the server's own, as an operator makes one. */
    private static List<String> arguments() throws IOException, URISyntaxException {
        Database database = ServerUnderTest.database();
        String properties = "User=%s:Password=%s:ServerName=localhost:PortNumber=%d:DatabaseName=%s:ApplicationName=%s"
                .formatted(Database.USER, Database.PASSWORD, database.port(), Database.NAME, POOL);
        Path commands =
                Files.writeString(TestFolders.IT.resolve(POOL + ".asadmin"), """
                add-library --type common %s
                create-jdbc-connection-pool --datasourceclassname org.postgresql.ds.PGSimpleDataSource \
                --restype javax.sql.DataSource --steadypoolsize 1 --maxpoolsize 1 --maxwait 60000 \
                --isconnectvalidatereq true --validationmethod custom-validation \
                --validationclassname org.glassfish.api.jdbc.validation.PostgresConnectionValidation \
                --property %s one
                create-jdbc-resource --connectionpoolid one jdbc/one
                """.formatted(driver(), properties));
        return List.of("--prebootcommandfile", commands.toString());
    }

    private static Path driver() throws URISyntaxException {
        return Path.of(org.postgresql.Driver.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    @AfterAll
    static void endNode() {
        if (node != null) {
            node.server().close();
            guard.close();
        }
    }

    @Test
    void organisationsShouldSeeTheirOwnWhenTheyTakeTurnsOnOneConnection() throws SQLException {
        for (int round = 0; round < ROUNDS; round++) {
            assertThat(demo.lists(second)).isEmpty();
            assertThat(second.lists(demo)).isEmpty();
            assertThat(demo.isRolledBack()).isEmpty();
            assertThat(second.lists(demo)).isEmpty();
            assertThat(second.isRolledBack()).isEmpty();
            assertThat(demo.isRefused(second)).isEmpty();
            assertThat(second.isRefused(demo)).isEmpty();
            assertThat(demo.lists(second)).isEmpty();
            assertThat(connections()).isEqualTo(1);
        }
    }

    @Test
    void nobodyShouldSeeAnythingOfTheOrganisationThatAskedBefore() {
        Api nobody = Api.at(node.base(), Optional.empty());
        for (Side before : List.of(demo, second)) {
            for (String path : List.of(
                    "/api/v1/assets",
                    "/api/v1/assets/" + before.asset(),
                    "/api/v1/bid-runs",
                    "/api/v1/audit-entries",
                    "/api/v1/auth/me",
                    "/api/v1/auth/jwks",
                    "/api/v1/health")) {
                assertThat(before.lists(before.equals(demo) ? second : demo)).isEmpty();
                assertThat(nobody.get(path).body())
                        .as(path)
                        .doesNotContain(before.name(), other.id().toString());
            }
            assertThat(before.isRolledBack()).isEmpty();
            Answer refused = nobody.post("/api/v1/auth/login", "{\"email\":\"x@y.example\",\"password\":\"wrong\"}");
            assertThat(refused.status()).as(refused.toString()).isEqualTo(401);
        }
    }

    @Test
    void organisationsShouldSeeTheirOwnWhenTheConnectionWasLostBetweenThem() throws SQLException {
        for (int round = 0; round < ROUNDS; round++) {
            Side before = round % 2 == 0 ? demo : second;
            Side after = round % 2 == 0 ? second : demo;
            assertThat(before.lists(after)).isEmpty();
            count("select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = '%s'");
            assertThat(after.lists(before)).isEmpty();
        }
    }

    @Test
    void organisationsShouldSeeTheirOwnWhenAllWaitForOneConnection() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> calls = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                calls.add(() -> demo.lists(second));
                calls.add(() -> second.isRolledBack());
                calls.add(() -> second.lists(demo));
                calls.add(() -> demo.isRolledBack());
            }
            for (Future<String> call : threads.invokeAll(calls)) {
                assertThat(call.get()).isEmpty();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(connections()).isEqualTo(1);
    }

    /** A read that asks for a second connection while it holds one would wait for itself. */
    @Test
    void everyReadShouldBeAnsweredOverOneConnection() {
        Api admin = Api.at(node.base(), Optional.of(Users.accessToken("admin@demo.optibid")));
        List<String> paths = new ArrayList<>(AccessMatrix.operations().stream()
                .filter(operation -> operation.method().equals("GET") && !operation.hasId())
                .map(operation -> operation.address(""))
                .toList());
        String market = "?product=SDAC&zone=DE_LU&firstDeliveryDate=2024-05-01&lastDeliveryDate=2024-05-02";
        List.of("market", "anomalies", "correlation").forEach(kind -> paths.add("/api/v1/analytics/" + kind + market));
        assertThat(paths)
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        path -> assertThat(admin.get(path).status()).as(path).isLessThan(500));
    }

    private static int connections() throws SQLException {
        return count("select count(*) from pg_stat_activity where application_name = '%s'");
    }

    private static int count(String sql) throws SQLException {
        try (var connection = ServerUnderTest.database().dataSource().getConnection();
                var row = connection.createStatement().executeQuery(sql.formatted(POOL))) {
            row.next();
            return row.getInt(1);
        }
    }
}
