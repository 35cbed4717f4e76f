package energy.optibid.forecasting.internal;

import energy.optibid.platform.Rounds;
import energy.optibid.platform.Settings;
import energy.optibid.platform.SystemStatus;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** Has runs uploaded to MLflow again and again, where it is on and while PostgreSQL answers. */
@Startup
@Singleton
@DependsOn("SchemaGate")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MirrorTimer {
    private static final Logger LOG = System.getLogger(MirrorTimer.class.getName());

    @Resource
    ManagedThreadFactory threads;

    @Inject
    OptionalMirror mirror;

    @Inject
    Settings settings;

    @Inject
    SystemStatus status;

    private @Nullable Rounds rounds;

    @PostConstruct
    void start() {
        mirror.round()
                .ifPresent(round -> rounds = Rounds.begin(
                        threads,
                        settings.duration("optibid.mlflow.upload-interval"),
                        status::isReady,
                        round,
                        MirrorTimer::tell));
    }

    @PreDestroy
    void stop() {
        if (rounds != null) {
            rounds.close();
        }
    }

    private static void tell(RuntimeException failure) {
        LOG.log(
                Level.WARNING,
                "Model runs are not uploaded to MLflow: the database does not answer as it should. The upload goes on when it"
                        + " does.",
                failure);
    }
}
