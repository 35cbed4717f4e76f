package energy.optibid.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a start loads of the optional services' clients, by the list that the virtual machine keeps. */
class AdaptersMadeTest {
    /** Each is loaded when such a client is made. */
    private static final List<String> CLIENTS = List.of(
            "org.apache.commons.pool2.",
            "redis.clients.jedis.DefaultJedisClientConfig",
            "org.apache.kafka.clients.CommonClientConfigs",
            "com.clickhouse.client.api.ClientConfigProperties",
            "org.apache.hc.",
            "jdk.internal.net.http.",
            "sun.security.ssl.");

    @Test
    @Timeout(60)
    void noClientShouldBeMadeBeforeItIsProbed(@TempDir Path folder) throws IOException, InterruptedException {
        Path loaded = folder.resolve("loaded");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + loaded + "::filecount=0",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AdaptersMadeProcess.class.getName())
                .inheritIO()
                .start();

        assertThat(process.waitFor()).isZero();

        List<String> classes = Files.readAllLines(loaded);
        assertThat(classes).anyMatch(line -> line.contains("RedisConnector "));
        assertThat(classes.stream().filter(line -> CLIENTS.stream().anyMatch(line::contains)))
                .isEmpty();
    }
}
