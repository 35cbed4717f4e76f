package energy.optibid.portfolio;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A place with plant behind one grid connection.
 *
 * @param name unique among the living sites of the organisation
 * @param zoneCode the bidding zone that it lies in, whose time zone is that of its trading day
 * @param location where it is, absent where nobody said
 * @param connection what its grid connection carries
 * @param version counts the changes, from 0
 * @param deletedAt since when it is only kept for its history; absent while it lives
 */
public record Site(
        UUID id,
        UUID organisationId,
        String name,
        String zoneCode,
        Optional<Location> location,
        GridConnection connection,
        int version,
        Instant createdAt,
        Optional<Instant> deletedAt) {

    /** What can be changed of it. */
    public SiteDetails details() {
        return new SiteDetails(name, zoneCode, location, connection);
    }

    /** The same site with other details, not stored. */
    public Site with(SiteDetails other) {
        return new Site(
                id,
                organisationId,
                other.name(),
                other.zoneCode(),
                other.location(),
                other.connection(),
                version,
                createdAt,
                deletedAt);
    }
}
