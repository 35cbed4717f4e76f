package energy.optibid.notification;

import energy.optibid.identity.AuditTrail;
import energy.optibid.notification.internal.AlertTable;
import energy.optibid.platform.Actor;
import energy.optibid.platform.Ids;
import energy.optibid.platform.OrganisationBound;
import energy.optibid.streaming.Outbox;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Alerts that an administrator raises for everybody in the organisation: who has a page open sees them at once, who comes
 * later sees those that stand. Each change has its audit entry and its event in its transaction.
 */
@Stateless
@OrganisationBound
public class Alerts {
    private static final String ALERT = "alert";
    private static final int LONGEST_MESSAGE = 500;
    private static final int MOST_STANDING = 20;
    private static final Duration USUAL = Duration.ofHours(24);
    private static final Duration LONGEST = Duration.ofDays(31);

    @Inject
    AlertTable table;

    @Inject
    AuditTrail auditTrail;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** Those of the organisation that stand, the newest first. */
    public List<Alert> standing(Actor actor) {
        return table.standing(actor.organisationId(), clock.instant());
    }

    /**
     * Raises an alert; event {@code AlertRaised}.
     *
     * @param endsAt absent for in 24 hours; at most 31 days ahead
     * @throws AlertRefusedException where message or end is out of bounds, or too many alerts stand
     */
    public Alert raise(Actor actor, AlertSeverity severity, String message, Optional<Instant> endsAt) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant end = endsAt.orElse(now.plus(USUAL)).truncatedTo(ChronoUnit.MICROS);
        if (message.isBlank() || message.length() > LONGEST_MESSAGE) {
            throw new AlertRefusedException(
                    "message", "A message has 1 to " + LONGEST_MESSAGE + " characters", message);
        }
        if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST))) {
            throw new AlertRefusedException(
                    "endsAt", "An alert ends later than now, within " + LONGEST.toDays() + " days", end.toString());
        }
        if (table.standing(actor.organisationId(), now).size() >= MOST_STANDING) {
            throw new AlertRefusedException(
                    "message", MOST_STANDING + " alerts stand already; withdraw one of them", message);
        }
        Alert alert = new Alert(Ids.next(), severity, message.strip(), actor.userId(), now, end);
        table.insert(actor.organisationId(), alert);
        String json = json(alert);
        auditTrail.record(actor, "alert.raise", ALERT, alert.id().toString(), Optional.empty(), Optional.of(json));
        outbox.append(
                Optional.of(actor.organisationId()),
                "AlertRaised",
                ALERT,
                alert.id().toString(),
                json);
        return alert;
    }

    /**
     * Withdraws an alert before its end; event {@code AlertWithdrawn}.
     *
     * @throws AlertNotFoundException where none of that id stands in the actor's organisation
     */
    public void withdraw(Actor actor, UUID alertId) {
        Instant now = clock.instant();
        Alert alert = table.withdraw(actor.organisationId(), alertId, now)
                .orElseThrow(() -> new AlertNotFoundException(alertId));
        String json = json(alert);
        auditTrail.record(actor, "alert.withdraw", ALERT, alertId.toString(), Optional.of(json), Optional.empty());
        outbox.append(Optional.of(actor.organisationId()), "AlertWithdrawn", ALERT, alertId.toString(), json);
    }

    private static String json(Alert alert) {
        return Json.createObjectBuilder()
                .add("id", alert.id().toString())
                .add("severity", alert.severity().code())
                .add("message", alert.message())
                .add("raisedAt", alert.raisedAt().toString())
                .add("endsAt", alert.endsAt().toString())
                .build()
                .toString();
    }
}
