package energy.optibid.platform.internal.mlflow;

import energy.optibid.platform.MlflowFailedException;
import energy.optibid.platform.MlflowRefusedException;
import energy.optibid.platform.MlflowRest;
import energy.optibid.platform.ServiceConnector;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;

/** One MLflow. Its health page tells neither whether it is MLflow nor whether it lets us in, so its API is asked. */
public final class MlflowConnector implements ServiceConnector {
    private static final JsonObject ONE =
            Json.createObjectBuilder().add("max_results", 1).build();

    private final MlflowRest rest;

    public MlflowConnector(MlflowRest rest) {
        this.rest = rest;
    }

    @Override
    public String configuredAt() {
        return rest.settings().masked();
    }

    @Override
    public Duration firstTimeout() {
        return rest.settings().connectTimeout();
    }

    @Override
    public Duration timeout() {
        return rest.settings().timeout();
    }

    @Override
    public void probe(Duration timeout) {
        try {
            rest.post("experiments/search", ONE, timeout);
        } catch (MlflowRefusedException e) {
            throw new MlflowFailedException(0, "what answers is no MLflow 2.0 or newer: " + e.getMessage());
        }
    }

    @Override
    public void lost() {
        rest.reset();
    }
}
