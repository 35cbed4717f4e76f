package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.launcher.Guard;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A server of its own in production, on a database that nobody has migrated. */
@EnabledIfSystemProperty(named = "optibid.form", matches = "micro")
class ProductionIT {

    @Test
    void startShouldBeRefusedInOneLineWhenTheSchemaIsBehind() throws IOException {
        try (Guard guard = new Guard()) {
            Database database = Database.start(TestFolders.IT.resolve("production"), guard);
            Map<String, String> environment = new HashMap<>(database.environment());
            environment.put("ENVIRONMENT", "production");
            environment.put("OPTIBID_SECURITY_ENCRYPTION_KEY", "b25seSBmb3IgdGhlIHRlc3RzLCBub3QgYSBzZWNyZXQ=");
            MicroForm.Instance instance = MicroForm.start("production", environment, guard);
            try {
                Patience.until(() -> log(instance), log -> log.contains("ready in") || !isAlive(instance));
                assertThat(instance.awaitReady(Duration.ofSeconds(1)))
                        .as("ready")
                        .isFalse();
            } finally {
                instance.server().close();
            }

            List<String> reasons = Files.readAllLines(instance.log()).stream()
                    .filter(line -> line.contains("OptiBid does not start"))
                    .toList();
            assertThat(reasons).hasSize(1);
            assertThat(reasons.get(0))
                    .contains("is behind by", "identity-", "java -jar optibid-liquibase-cli.jar update")
                    .doesNotContain(Database.PASSWORD);
        }
    }

    private static boolean isAlive(MicroForm.Instance instance) {
        return instance.server().process().isAlive();
    }

    private static String log(MicroForm.Instance instance) {
        return TestFolders.tail(instance.log(), Integer.MAX_VALUE);
    }
}
