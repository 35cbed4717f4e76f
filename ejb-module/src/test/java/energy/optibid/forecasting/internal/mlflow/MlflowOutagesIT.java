package energy.optibid.forecasting.internal.mlflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import energy.optibid.forecasting.MirrorState;
import energy.optibid.forecasting.ModelStage;
import energy.optibid.platform.ServiceState;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The way of runs to MLflow while it is refused, hangs, is killed, frozen and comes back, or is something else. */
class MlflowOutagesIT extends MirrorDesk {
    private static final List<String> CALLS = List.of(
            "experiments/create",
            "runs/create",
            "runs/log-batch",
            "artifacts/",
            "runs/update",
            "registered-models/create",
            "versions/create",
            "transition-stage");

    @Test
    void modelTrainedWhileMlflowWasDownShouldBeUploadedWhenItComes() throws Exception {
        startDesk();
        firstAttempts.join();
        assertThat(report().state()).isEqualTo(ServiceState.UNAVAILABLE);
        assertThat(report().lastError()).get().asString().contains("refused");
        UUID run = trained("day-ahead", Map.of("trees", "800"), 10);
        register(run, ModelStage.STAGING);
        round.run();
        assertThat(mirror(run).state()).isEqualTo(MirrorState.WAITING);

        mlflow.start();
        awaitState(ServiceState.AVAILABLE);
        round.run();

        assertThat(mirror(run).state()).isEqualTo(MirrorState.MIRRORED);
        assertThat(versions("day-ahead").getJsonObject(0).getString("current_stage"))
                .isEqualTo("Staging");
    }

    @Test
    void runShouldBeThereOnceWhenTheAnswerToItsCreationIsLost() throws Exception {
        mlflow.start();
        startDesk();
        awaitState(ServiceState.AVAILABLE);
        UUID run = trained("day-ahead", Map.of(), 5);
        register(run, ModelStage.PRODUCTION);

        for (String call :
                List.of("experiments/create", "runs/create", "registered-models/create", "versions/create")) {
            mlflow.fault(call, "drop", 1);
            round.run();
            assertThat(mirror(run).state()).as(call).isEqualTo(MirrorState.WAITING);
            assertThat(report().lastError()).as(call).isPresent();
            awaitState(ServiceState.AVAILABLE);
        }
        round.run();

        assertThat(mirror(run).state()).isEqualTo(MirrorState.MIRRORED);
        assertThat(mlflow.state().getJsonObject("runs")).hasSize(1);
        assertThat(versions("day-ahead")).hasSize(1);
    }

    @Test
    void nothingShouldBeLostOrDoubledWhenMlflowIsKilledAtAnyCall() throws Exception {
        mlflow.start();
        startDesk();
        awaitState(ServiceState.AVAILABLE);
        UUID run = trained("day-ahead", numbered(120), 1_500);
        register(run, ModelStage.PRODUCTION);

        // Each time MLflow does what one call asks for, and dies before it answers.
        int deaths = 0;
        while (mirror(run).state() != MirrorState.MIRRORED) {
            assertThat(deaths).isLessThan(40);
            mlflow.fault(CALLS.get(deaths % CALLS.size()), "drop", 1);
            round.run();
            mlflow.kill();
            mlflow.start();
            awaitState(ServiceState.AVAILABLE);
            deaths++;
        }

        assertThat(mlflow.state().getJsonObject("runs")).hasSize(1);
        String id = mirror(run).mlflowRunId().orElseThrow();
        assertThat(there(id).getJsonObject("params")).hasSize(120);
        assertThat(there(id).getJsonArray("metrics")).hasSize(1_500);
        assertThat(mlflow.state().getJsonObject("artifacts")).hasSize(1);
        assertThat(versions("day-ahead")).hasSize(1);
        assertThat(versions("day-ahead").getJsonObject(0).getString("current_stage"))
                .isEqualTo("Production");
    }

    @Test
    void nobodyShouldWaitWhenMlflowAcceptsAndNeverAnswers() throws Exception {
        try (ServerSocket hole = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            startDesk(hole.getLocalPort(), TOKEN);
            UUID run = trained("day-ahead", Map.of(), 1);
            round.run();
            firstAttempts.join();

            assertThat(report().state()).isEqualTo(ServiceState.UNAVAILABLE);
            assertThat(report().lastError()).get().asString().contains("no answer within");
            assertThat(mirror(run).state()).isEqualTo(MirrorState.WAITING);
        }
    }

    @Test
    void uploadShouldGoOnWhenAFrozenMlflowGoesOn() throws Exception {
        mlflow.start();
        startDesk();
        awaitState(ServiceState.AVAILABLE);
        mlflow.signal("STOP");
        UUID run = trained("day-ahead", Map.of("trees", "800"), 2);
        round.run();
        awaitState(ServiceState.DEGRADED);
        assertThat(mirror(run).state()).isEqualTo(MirrorState.WAITING);

        mlflow.signal("CONT");
        awaitState(ServiceState.AVAILABLE);
        round.run();

        assertThat(mirror(run).state()).isEqualTo(MirrorState.MIRRORED);
        assertThat(mlflow.state().getJsonObject("runs")).hasSize(1);
    }

    @Test
    void wrongTokenShouldBeToldWithoutShowingIt() throws Exception {
        mlflow.start();
        startDesk(mlflow.port(), "another-token");
        firstAttempts.join();

        assertThat(report().state()).isEqualTo(ServiceState.UNAVAILABLE);
        assertThat(report().lastError()).get().asString().contains("401", "optibid.mlflow.token");
        assertThat(report().toString()).doesNotContain("another-token");
    }

    @Test
    void otherServerShouldBeToldApart() throws Exception {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            byte[] page = "<html>Welcome</html>".getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        other.start();
        try {
            startDesk(other.getAddress().getPort(), TOKEN);
            firstAttempts.join();

            assertThat(report().state()).isEqualTo(ServiceState.UNAVAILABLE);
            assertThat(report().lastError()).get().asString().contains("no MLflow", "text/html");
        } finally {
            other.stop(0);
        }
    }
}
