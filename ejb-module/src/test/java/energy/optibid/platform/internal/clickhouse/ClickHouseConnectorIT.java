package energy.optibid.platform.internal.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import energy.optibid.platform.Settings;
import energy.optibid.platform.Wait;
import energy.optibid.platform.internal.Certificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the connector says of a current ClickHouse, of one that is too old for its client, and of others. */
class ClickHouseConnectorIT {
    private static final Path OLD_SERVER = Path.of("/usr/sbin/clickhouse-server");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void probeShouldPassWhenTheEngineIsCurrent() throws IOException {
        try (ClickHouseEngine engine = ClickHouseEngine.prepare();
                ClickHouseConnector connector = new ClickHouseConnector(engine.settings("PT60S"))) {
            engine.start();

            assertThatCode(() -> connector.probe(PATIENCE)).doesNotThrowAnyException();
        }
    }

    @Test
    void probeShouldFailWithTheReasonWhenThePasswordIsWrong() throws IOException {
        try (ClickHouseEngine engine = ClickHouseEngine.prepare();
                ClickHouseConnector connector = new ClickHouseConnector(with(engine.port(), "wrong-password"))) {
            engine.start();

            assertThatThrownBy(() -> connector.probe(PATIENCE))
                    .hasMessageContaining("403")
                    .hasMessageContaining("Authentication failed")
                    .hasMessageNotContaining("wrong-password");
        }
    }

    @Test
    void probeShouldFailWithTheVersionWhenTheServerIsTooOldForItsClient() throws Exception {
        requireOldServer();
        int port = ClickHouseEngine.freePort();
        Process server = startOld(port);
        try (ClickHouseConnector connector = new ClickHouseConnector(with(port, ""))) {
            Wait.until("the old server answers", () -> isAnswering(connector));

            assertThatThrownBy(() -> connector.probe(PATIENCE))
                    .hasMessageContaining("ClickHouse 18.16")
                    .hasMessageContaining("is too old, its client needs 23.3 or newer");
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    @Test
    void tlsShouldNeedACertificateThatIsTrustedAndNamesTheHost() throws Exception {
        Certificates certificates = Certificates.forLocalhost(folder);
        Optional<Path> trusted = Optional.of(certificates.certificate());
        try (ClickHouseEngine engine = ClickHouseEngine.prepare();
                ClickHouseConnector right = new ClickHouseConnector(tls("localhost", engine.port(), trusted));
                ClickHouseConnector stranger =
                        new ClickHouseConnector(tls("localhost", engine.port(), Optional.empty()));
                ClickHouseConnector misnamed = new ClickHouseConnector(tls("127.0.0.1", engine.port(), trusted))) {
            engine.startOnTls(certificates);
            Wait.until("ClickHouse answers on TLS", () -> passes(right));

            assertThat(right.client().queryAll("select 1 as one")).hasSize(1);
            assertThatThrownBy(() -> stranger.probe(PATIENCE)).hasStackTraceContaining("certification path");
            assertThatThrownBy(() -> stranger.client().queryAll("select 1 as one"))
                    .hasStackTraceContaining("certification path");
            assertThatThrownBy(() -> misnamed.probe(PATIENCE)).hasStackTraceContaining("127.0.0.1");
            assertThatThrownBy(() -> misnamed.client().queryAll("select 1 as one"))
                    .hasStackTraceContaining("127.0.0.1");
        }
    }

    private static boolean passes(ClickHouseConnector connector) {
        try {
            connector.probe(PATIENCE);
            return true;
        } catch (Exception e) {
            return false;
        }
    }

    private static ClickHouseSettings tls(String host, int port, Optional<Path> certificate) {
        Map<String, String> values = new HashMap<>(Map.of(
                "optibid.clickhouse.url", "https://" + host + ":" + port,
                "optibid.clickhouse.user", "optibid",
                "optibid.clickhouse.password", ClickHouseEngine.PASSWORD,
                "optibid.clickhouse.database", "optibid_test",
                "optibid.clickhouse.connect-timeout", "PT60S",
                "optibid.clickhouse.timeout", "PT60S"));
        certificate.ifPresent(path -> values.put("optibid.clickhouse.certificate", path.toString()));
        return ClickHouseSettings.of(new Settings(key -> Optional.ofNullable(values.get(key))));
    }

    private static boolean isAnswering(ClickHouseConnector connector) {
        try {
            connector.probe(PATIENCE);
            return true;
        } catch (IllegalStateException e) {
            return true;
        } catch (Exception e) {
            return false;
        }
    }

    private static ClickHouseSettings with(int port, String password) {
        Map<String, String> values = Map.of(
                "optibid.clickhouse.url", "http://127.0.0.1:" + port,
                "optibid.clickhouse.password", password,
                "optibid.clickhouse.database", "optibid_test",
                "optibid.clickhouse.connect-timeout", "PT60S",
                "optibid.clickhouse.timeout", "PT60S");
        return ClickHouseSettings.of(new Settings(key -> Optional.ofNullable(values.get(key))));
    }

    private static void requireOldServer() {
        boolean installed = Files.isExecutable(OLD_SERVER);
        String reason = "clickhouse-server is not installed (Debian: apt-get install clickhouse-server)";
        if ("true".equals(System.getenv("CI"))) {
            assertThat(installed).as(reason).isTrue();
        }
        assumeThat(installed).as(reason).isTrue();
    }

    /** Debian's clickhouse-server, of 2018. */
    private Process startOld(int port) throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.createDirectories(folder.resolve("tmp"));
        Path config = Files.writeString(folder.resolve("config.xml"), """
                <yandex>
                  <logger><level>error</level><log>%2$s/server.log</log><errorlog>%2$s/error.log</errorlog></logger>
                  <http_port>%1$d</http_port><listen_host>127.0.0.1</listen_host>
                  <path>%2$s/data/</path><tmp_path>%2$s/tmp/</tmp_path><users_config>%2$s/users.xml</users_config>
                  <default_profile>default</default_profile><default_database>default</default_database>
                  <mark_cache_size>67108864</mark_cache_size>
                </yandex>
                """.formatted(port, folder));
        Files.writeString(folder.resolve("users.xml"), """
                <yandex>
                  <profiles><default/></profiles><quotas><default/></quotas>
                  <users><default><password></password><networks><ip>127.0.0.1</ip></networks>
                    <profile>default</profile><quota>default</quota></default></users>
                </yandex>
                """);
        return new ProcessBuilder(OLD_SERVER.toString(), "--config-file=" + config)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
