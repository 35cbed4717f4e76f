package energy.optibid.forecasting.internal;

import energy.optibid.forecasting.internal.mlflow.MlflowModelMirror;
import energy.optibid.platform.Capabilities;
import energy.optibid.platform.ServiceName;
import energy.optibid.platform.Services;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Chooses whether runs are mirrored. */
@ApplicationScoped
class ModelMirrorProducer {

    @Inject
    Capabilities capabilities;

    @Inject
    Services services;

    @Inject
    Instance<MlflowModelMirror> mlflow;

    @Inject
    MirrorDesk transactions;

    @Inject
    Clock clock;

    @Produces
    @Singleton
    OptionalMirror mirror() {
        return switch (capabilities.of(ServiceName.MLFLOW)) {
            case OFF -> new OptionalMirror(Optional.empty());
            case ON ->
                new OptionalMirror(Optional.of(
                        new MirrorRound(services.of(ServiceName.MLFLOW), mlflow.get(), transactions, clock)));
        };
    }
}
