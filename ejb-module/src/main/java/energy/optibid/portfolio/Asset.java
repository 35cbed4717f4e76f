package energy.optibid.portfolio;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A plant that an organisation bids for.
 *
 * @param name unique among the living assets of the organisation
 * @param siteId where it stands, absent where it stands on no site
 * @param zoneCode the bidding zone it feeds into, for example {@code DE_LU}; that of its site
 * @param parameters what it can do, by its kind
 * @param version counts the changes, from 0
 * @param deletedAt since when it is only kept for its history; absent while it lives
 */
public record Asset(
        UUID id,
        UUID organisationId,
        Optional<UUID> siteId,
        String name,
        String zoneCode,
        AssetParameters parameters,
        int version,
        Instant createdAt,
        Optional<Instant> deletedAt) {

    public AssetKind kind() {
        return parameters.kind();
    }

    /** What can be changed of it. */
    public AssetDetails details() {
        return new AssetDetails(name, siteId, zoneCode, parameters);
    }

    /** The same asset with other details, not stored. */
    public Asset with(AssetDetails other) {
        return new Asset(
                id,
                organisationId,
                other.siteId(),
                other.name(),
                other.zoneCode(),
                other.parameters(),
                version,
                createdAt,
                deletedAt);
    }

    /**
     * Its parameters as a battery.
     *
     * @throws BatteryNeededException where it is none
     */
    public Battery battery() {
        if (parameters instanceof Battery battery) {
            return battery;
        }
        throw new BatteryNeededException(id, kind());
    }
}
