package energy.optibid.identity.internal.retention;

import energy.optibid.identity.AuditTrail;
import energy.optibid.identity.Organisation;
import energy.optibid.identity.OrganisationStatus;
import energy.optibid.identity.internal.AccountTable;
import energy.optibid.identity.internal.FoundUser;
import energy.optibid.identity.internal.OrganisationTable;
import energy.optibid.platform.Actor;
import energy.optibid.platform.OrganisationBound;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The end of what has been kept long enough, each call one transaction. What disappears of an organisation stands in its
 * audit trail, as a number: the trail itself stays, and with it the row of an organisation that it belongs to.
 */
@Stateless
@OrganisationBound
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RetentionDesk {
    private static final int BATCH = 500;

    @Inject
    RetentionTable table;

    @Inject
    AccountTable accounts;

    @Inject
    OrganisationTable organisations;

    @Inject
    AuditTrail auditTrail;

    @Inject
    Clock clock;

    /** The oldest registrations that nobody verified in time, of any organisation. */
    public List<FoundUser> unverifiedRegistrations(Kept kept) {
        return table.unverifiedRegistrations(before(kept), BATCH);
    }

    /** Some of the organisations that have links or mails from long ago. */
    public List<UUID> organisationsWithOldMails(Kept kept) {
        Instant now = clock.instant();
        return table.organisationsWithOldMails(
                now.minus(kept.links()), now.minus(kept.sentMails()), now.minus(kept.unsentMails()), BATCH);
    }

    /**
     * Deletes a user who registered and verified nothing, with links and mails: name, address and password are forgotten.
     * Where nobody else is in the organisation, it is deleted too, and its name forgotten.
     */
    public void expire(Actor organisation, UUID userId, Kept kept) {
        UUID organisationId = organisation.organisationId();
        Optional<Organisation> found = organisations.lock(organisationId);
        if (!table.lockUnverified(organisationId, userId, before(kept))) {
            return;
        }
        table.deleteMailsAndLinks(organisationId, userId);
        accounts.find(organisationId, userId).ifPresent(accounts::erase);
        auditTrail.recordEvent(organisation, "registration.expire", "user", userId.toString(), Map.of());
        if (found.isPresent() && accounts.list(organisationId, "", 1).isEmpty()) {
            String forgotten = "(never verified " + organisationId + ")";
            organisations.update(
                    organisationId,
                    forgotten,
                    OrganisationStatus.DELETED,
                    found.get().policy());
        }
    }

    /**
     * Deletes a batch of the organisation's links and mails from long ago.
     *
     * @return whether there may be more
     */
    public boolean deleteOld(Actor organisation, Kept kept) {
        UUID organisationId = organisation.organisationId();
        Instant now = clock.instant();
        int links = table.deleteLinks(organisationId, now.minus(kept.links()), BATCH);
        int sent = table.deleteSentMails(organisationId, now.minus(kept.sentMails()), BATCH);
        int unsent = table.deleteUnsentMails(organisationId, now.minus(kept.unsentMails()), BATCH);
        if (links + sent + unsent > 0) {
            Map<String, String> counts = Map.of(
                    "links", Integer.toString(links),
                    "sentMails", Integer.toString(sent),
                    "unsentMails", Integer.toString(unsent));
            auditTrail.recordEvent(organisation, "retention.delete", "organisation", organisationId.toString(), counts);
        }
        return links == BATCH || sent == BATCH || unsent == BATCH;
    }

    private Instant before(Kept kept) {
        return clock.instant().minus(kept.registrations());
    }
}
