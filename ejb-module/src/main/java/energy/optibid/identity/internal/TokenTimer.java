package energy.optibid.identity.internal;

import energy.optibid.platform.WhileReady;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What tokens need from time to time: keys, the list of ended access, and the end of rows that are long over. */
@Singleton
@Startup
@DependsOn("SchemaGate")
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@WhileReady
public class TokenTimer {
    private static final Logger LOG = Logger.getLogger(TokenTimer.class.getName());

    @Inject
    SigningKeys keys;

    @Inject
    EndedAccess ended;

    @Inject
    SessionPurge purge;

    /**
     * Logs and throws, because the container buries the message between its own stack traces. What the class says of
     * transactions does not hold for this one method unless it is said again: in one of the container's, the first look
     * would keep its connection while the second waits for another.
     */
    @PostConstruct
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void start() {
        try {
            keys.turn();
            ended.read();
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "OptiBid does not start: {0}", e.getMessage());
            throw e;
        }
    }

    @Schedule(hour = "*", minute = "*", second = "10", persistent = false)
    void turnKeys() {
        attempt("turn the signing keys", keys::turn);
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void readEndedAccess() {
        ended.poll();
    }

    @Schedule(hour = "*", minute = "*/10", second = "40", persistent = false)
    void deleteSessions() {
        attempt("delete sessions that are over", purge::run);
    }

    private static void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "Could not " + what + "; tried again at the next turn");
        }
    }
}
