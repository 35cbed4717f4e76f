package energy.optibid.platform.internal.mlflow;

import energy.optibid.platform.MlflowRest;
import energy.optibid.platform.MlflowSettings;
import energy.optibid.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes what speaks to MLflow when it is first asked for, which happens only when MLflow is on. */
@ApplicationScoped
class MlflowProducer {

    @Produces
    @Singleton
    MlflowRest rest(Settings settings) {
        return new MlflowRest(MlflowSettings.of(settings));
    }

    @Produces
    @Singleton
    MlflowConnector connector(MlflowRest rest) {
        return new MlflowConnector(rest);
    }
}
