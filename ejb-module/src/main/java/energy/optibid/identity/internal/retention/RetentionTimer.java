package energy.optibid.identity.internal.retention;

import energy.optibid.identity.internal.FoundUser;
import energy.optibid.platform.Actor;
import energy.optibid.platform.Settings;
import energy.optibid.platform.WhileReady;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;

/**
 * Deletes what has been kept long enough, on every node, in small transactions; where two nodes meet, each passes by
 * what the other one holds.
 */
@Startup
@Singleton
@DependsOn("SchemaGate")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@WhileReady
public class RetentionTimer {
    private static final Logger LOG = System.getLogger(RetentionTimer.class.getName());

    /** In one turn; what is left of an organisation waits for the next. */
    private static final int MOST_BATCHES = 20;

    @Inject
    RetentionDesk desk;

    @Inject
    Settings settings;

    private boolean failed;
    private boolean toldOfFailure;

    /** A length of time that is none stops the start. */
    @PostConstruct
    void start() {
        LOG.log(Level.DEBUG, "{0}", Kept.of(settings));
    }

    @Schedule(hour = "*", minute = "*", second = "5/30", persistent = false)
    void tick() {
        Kept kept = Kept.of(settings);
        failed = false;
        attempt(() -> desk.unverifiedRegistrations(kept).forEach(found -> attempt(() -> expire(found, kept))));
        attempt(() -> desk.organisationsWithOldMails(kept).forEach(found -> attempt(() -> deleteOld(found, kept))));
        toldOfFailure = failed;
    }

    private void expire(FoundUser registered, Kept kept) {
        desk.expire(Actor.systemOf(registered.organisationId()), registered.userId(), kept);
    }

    private void deleteOld(UUID organisationId, Kept kept) {
        boolean more = true;
        for (int batch = 0; more && batch < MOST_BATCHES; batch++) {
            more = desk.deleteOld(Actor.systemOf(organisationId), kept);
        }
    }

    /** A failure is told once, and does not keep the others from their end. */
    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (!failed && !toldOfFailure) {
                LOG.log(
                        Level.WARNING,
                        "Old registrations, links or mails could not be deleted: the database does not answer as it"
                                + " should. Tried again twice a minute.",
                        e);
            }
            failed = true;
        }
    }
}
