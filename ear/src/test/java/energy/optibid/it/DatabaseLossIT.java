package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.launcher.Guard;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** PostgreSQL goes under a node of its own: what is answered then, and that the node needs no restart. */
@EnabledIfSystemProperty(named = "optibid.form", matches = "micro")
class DatabaseLossIT {
    private static final String ZONES = "/api/v1/zones";

    private static Guard guard;
    private static Database database;
    private static MicroForm.Instance node;
    private static Api trader;

    @BeforeAll
    static void startNode() {
        guard = new Guard();
        database = Database.start(TestFolders.IT.resolve("database-loss"), guard);
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.putAll(TestSettings.ENVIRONMENT);
        environment.putAll(database.ownerEnvironment());
        node = MicroForm.start("database-loss", environment, guard);
        assertThat(node.awaitReady(Duration.ofMinutes(4))).as("ready").isTrue();
        trader = Api.at(node.base(), "trader");
    }

    @AfterAll
    static void endNode() throws IOException {
        node.server().close();
        guard.close();
    }

    @Test
    void requestsShouldBeToldToComeAgainWhenPostgresqlIsKilledAndServedWhenItIsBack() {
        assertThat(trader.get(ZONES).status()).isEqualTo(200);

        database.kill();

        awaitReadiness(503);
        assertUnavailable();

        database.bringBack();

        awaitReadiness(200);
        Answer zones = trader.get(ZONES);
        assertThat(zones.status()).as(zones.toString()).isEqualTo(200);
    }

    @Test
    void requestsShouldBeToldToComeAgainWhenPostgresqlIsFrozenAndServedWhenItGoesOn() {
        assertThat(trader.get(ZONES).status()).isEqualTo(200);

        database.freeze();
        try {
            awaitReadiness(503);
            assertUnavailable();
        } finally {
            database.thaw();
        }

        awaitReadiness(200);
        Answer zones = trader.get(ZONES);
        assertThat(zones.status()).as(zones.toString()).isEqualTo(200);
    }

    @Test
    void startShouldBeRefusedInOneLineWhenWhatListensNeverAnswers() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Guard ownGuard = new Guard()) {
            Map<String, String> environment = new HashMap<>(TestSettings.ENVIRONMENT);
            String url = "jdbc:postgresql://localhost:" + silent.getLocalPort() + "/nothing";
            environment.put("OPTIBID_DATABASE_URL", url);
            environment.put("OPTIBID_DATABASE_USER", Database.USER);
            environment.put("OPTIBID_DATABASE_PASSWORD", Database.PASSWORD);
            environment.put("OPTIBID_DATABASE_START_TIMEOUT", "PT2S");
            MicroForm.Instance instance = MicroForm.start("database-silent", environment, ownGuard);
            try {
                List<String> reasons =
                        Patience.until(() -> linesWith(instance, "OptiBid does not start"), lines -> !lines.isEmpty());

                assertThat(reasons).hasSize(1);
                assertThat(reasons.get(0)).contains("PostgreSQL cannot be reached at " + url);
                assertThat(instance.awaitReady(Duration.ofSeconds(1))).isFalse();
            } finally {
                instance.server().close();
            }
        }
    }

    private static void assertUnavailable() {
        Answer refused = trader.get(ZONES);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(503);
        assertThat(refused.json().get("code").asText()).isEqualTo("unavailable");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
        Answer health = trader.get("/api/v1/health");
        assertThat(health.status()).isEqualTo(200);
        assertThat(health.json().get("status").asText()).isEqualTo("unhealthy");
        assertThat(Scrape.of(Api.at(node.base(), Optional.of(TestSettings.METRICS_TOKEN)))
                        .series())
                .containsEntry("optibid_ready", 0.0)
                .containsEntry("optibid_service_up{service=\"postgresql\"}", 0.0);
        assertThat(Api.at(node.base(), Optional.empty()).get("/health/live").status())
                .as("a restart would not help")
                .isEqualTo(200);
    }

    private static void awaitReadiness(int status) {
        Api anyone = Api.at(node.base(), Optional.empty());
        Patience.until(() -> anyone.get("/health/ready").status(), answered -> answered == status);
    }

    private static List<String> linesWith(MicroForm.Instance instance, String text) {
        try (InputStream log = Files.newInputStream(instance.log())) {
            return new String(log.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(text))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
