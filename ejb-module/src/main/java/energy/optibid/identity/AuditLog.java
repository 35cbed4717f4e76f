package energy.optibid.identity;

import energy.optibid.identity.internal.audit.AuditSearch;
import energy.optibid.liquibase.audit.ChainHead;
import energy.optibid.liquibase.audit.ChainReport;
import energy.optibid.liquibase.audit.ChainVerification;
import energy.optibid.liquibase.audit.SealKeys;
import energy.optibid.platform.Actor;
import energy.optibid.platform.OrganisationBound;
import energy.optibid.platform.Vault;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads and verifies the audit trail of the actor's organisation; the platform's is that of {@link Actor#PLATFORM}. */
@Stateless
@OrganisationBound
public class AuditLog {
    /** The most entries of one export. */
    public static final int MAX_EXPORTED = 100_000;

    @Inject
    AuditSearch search;

    @Inject
    AuditTrail trail;

    @Inject
    Vault vault;

    /**
     * Entries, newest first.
     *
     * @param limit the most of them
     * @param after the last entry of the page before; absent for the first page
     */
    public List<AuditedEntry> entries(Actor actor, AuditQuery query, int limit, Optional<UUID> after) {
        return search.find(actor.organisationId(), query, limit, after);
    }

    /**
     * Notes that entries are about to be exported, which is to be done page by page.
     *
     * @throws TooManyAuditEntriesException where there are more than {@link #MAX_EXPORTED}
     */
    public void beginExport(Actor actor, AuditQuery query, String format) {
        if (search.hasMoreThan(actor.organisationId(), query, MAX_EXPORTED)) {
            throw new TooManyAuditEntriesException(MAX_EXPORTED);
        }
        trail.recordEvent(
                actor,
                "audit.export",
                "organisation",
                actor.organisationId().toString(),
                Map.of(
                        "format", format,
                        "from", query.from().map(Object::toString).orElse(""),
                        "to", query.to().map(Object::toString).orElse("")));
    }

    /**
     * Verifies the organisation's chain, all of it.
     *
     * @param expected a head that was noted elsewhere
     */
    public ChainReport verify(Actor actor, Optional<ChainHead> expected) {
        SealKeys keys = new SealKeys(vault.derive(SealKeys.PURPOSE));
        return search.reading(
                connection -> new ChainVerification(connection, keys).verify(actor.organisationId(), expected));
    }
}
