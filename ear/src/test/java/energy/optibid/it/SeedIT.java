package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import energy.optibid.launcher.Guard;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A server of its own, seeded by the command while it runs. */
@EnabledIfSystemProperty(named = "optibid.form", matches = "micro")
class SeedIT {
    private static final Path COMMAND =
            Path.of(System.getProperty("optibid.seed-command", "")).toAbsolutePath();
    private static final Set<String> STATES =
            Set.of("draft", "validated", "submitted", "accepted", "partially-accepted", "rejected", "cancelled");

    @Test
    void seededUsersShouldLogInAndSeeBidsInEachState() throws Exception {
        try (Guard guard = new Guard()) {
            Database database = Database.start(TestFolders.IT.resolve("seed"), guard);
            Map<String, String> environment = new HashMap<>(database.environment());
            environment.put("ENVIRONMENT", "development");
            Map<String, String> server = new HashMap<>(environment);
            server.putAll(database.ownerEnvironment());
            MicroForm.Instance instance = MicroForm.start("seed", server, guard);
            try {
                assertThat(instance.awaitReady(Duration.ofMinutes(4)))
                        .as(TestFolders.tail(instance.log(), 40))
                        .isTrue();

                List<String> users = seed(environment);

                assertThat(users).hasSize(16);
                for (String user : users) {
                    String token = logIn(instance.base(), user);
                    if (user.startsWith("trader@")) {
                        assertThat(states(Api.at(instance.base(), Optional.of(token))))
                                .as(user)
                                .isEqualTo(STATES);
                    }
                }
            } finally {
                instance.server().close();
            }
        }
    }

    /** Runs the command and returns the users that it names. */
    private static List<String> seed(Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", COMMAND.toString())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines()
                .map(String::strip)
                .filter(line -> line.matches("[a-z]+@[a-z]+\\.optibid"))
                .toList();
    }

    private static String logIn(URI base, String user) {
        Answer answer = TestUser.logIn(Api.at(base, Optional.empty()), user, TestUser.PASSWORD);
        assertThat(answer.status()).as(user + ": " + answer).isEqualTo(200);
        return answer.json().get("accessToken").asText();
    }

    private static Set<String> states(Api trader) {
        Set<String> states = new TreeSet<>();
        for (JsonNode run : trader.get("/api/v1/bid-runs?limit=100").json().get("items")) {
            trader.get("/api/v1/bid-runs/" + run.get("id").asText())
                    .json()
                    .get("bids")
                    .forEach(bid -> states.add(bid.get("state").asText()));
        }
        return states;
    }
}
