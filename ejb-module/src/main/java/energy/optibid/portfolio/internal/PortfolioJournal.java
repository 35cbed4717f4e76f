package energy.optibid.portfolio.internal;

import energy.optibid.identity.AuditTrail;
import energy.optibid.identity.ChangeHistory;
import energy.optibid.platform.Actor;
import energy.optibid.platform.ChangedField;
import energy.optibid.platform.StaleVersionException;
import energy.optibid.streaming.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tells the audit trail and the outbox of each change, in its transaction; and what changed since a version. */
@ApplicationScoped
public class PortfolioJournal {
    private static final String VERSION = "version";

    @Inject
    AuditTrail auditTrail;

    @Inject
    ChangeHistory history;

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

    /**
     * Nothing where the actor has seen the current version.
     *
     * @throws StaleVersionException where not, with what changed since
     */
    public void requireSeen(Actor actor, String what, UUID id, int seen, int current, String json) {
        if (seen != current) {
            List<ChangedField> changes = history.newValues(actor, what, id.toString(), seen)
                    .map(before -> ChangedField.between(before, json))
                    .orElse(List.of());
            throw new StaleVersionException(
                    what,
                    seen,
                    current,
                    changes.stream()
                            .filter(change -> !change.path().equals(VERSION))
                            .toList());
        }
    }

    private void note(Actor actor, String what, String verb, UUID id, Optional<String> before, Optional<String> now) {
        auditTrail.record(actor, what + verb, what, id.toString(), before, now);
    }

    private static String event(String what, String happened) {
        return what.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + what.substring(1) + happened;
    }
}
