package energy.optibid.portfolio.internal;

import energy.optibid.identity.AuditTrail;
import energy.optibid.platform.Actor;
import energy.optibid.streaming.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Tells the audit trail and the outbox of each change, in its transaction. */
@ApplicationScoped
public class PortfolioJournal {
    @Inject
    AuditTrail auditTrail;

    @Inject
    Outbox outbox;

    /** @param what {@code asset} or {@code site} */
    public void created(Actor actor, String what, UUID id, String json) {
        note(actor, what, ".create", id, Optional.empty(), Optional.of(json));
        outbox.append(Optional.of(actor.organisationId()), event(what, "Created"), what, id.toString(), json);
    }

    public void changed(Actor actor, String what, UUID id, String before, String now) {
        note(actor, what, ".update", id, Optional.of(before), Optional.of(now));
        outbox.append(Optional.of(actor.organisationId()), event(what, "Updated"), what, id.toString(), now);
    }

    public void deleted(Actor actor, String what, UUID id, String before) {
        note(actor, what, ".delete", id, Optional.of(before), Optional.empty());
        outbox.append(Optional.of(actor.organisationId()), event(what, "Deleted"), what, id.toString(), before);
    }

    private void note(Actor actor, String what, String verb, UUID id, Optional<String> before, Optional<String> now) {
        auditTrail.record(actor, what + verb, what, id.toString(), before, now);
    }

    private static String event(String what, String happened) {
        return what.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + what.substring(1) + happened;
    }
}
