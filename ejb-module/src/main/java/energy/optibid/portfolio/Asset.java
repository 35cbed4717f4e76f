package energy.optibid.portfolio;

import java.time.Instant;
import java.util.UUID;

/**
 * A plant that an organisation bids for.
 *
 * @param name unique within the organisation
 * @param zoneCode the bidding zone it feeds into, for example {@code DE_LU}
 * @param battery its nameplate
 * @param version counts the changes, from 0
 */
public record Asset(
        UUID id,
        UUID organisationId,
        String name,
        AssetKind kind,
        String zoneCode,
        Battery battery,
        int version,
        Instant createdAt) {}
