package energy.optibid.identity.internal;

import energy.optibid.identity.AuditTrail;
import energy.optibid.platform.Actor;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Ends sessions in the caller's transaction; from its commit on, this node refuses their access tokens. */
@ApplicationScoped
public class SessionEnding {

    @Inject
    SessionTable table;

    @Inject
    EndedAccess ended;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    /** @param reason in kebab-case, as it stands in the database and in the audit trail */
    public void end(Actor actor, SessionEntity session, String reason) {
        session.end(clock.instant(), reason);
        refuse(session.organisationId(), session.id());
        Map<String, String> details = Map.of("userId", session.userId().toString(), "reason", reason);
        audit.recordEvent(actor, "session.end", "session", session.id().toString(), details);
    }

    /** Has the access tokens of a session or an API key refused. */
    public void refuse(UUID organisationId, UUID id) {
        table.refuse(organisationId, id);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Counts once it is committed.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    ended.add(Set.of(id));
                }
            }
        });
    }
}
