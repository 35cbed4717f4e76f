package energy.optibid.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A company that bids; everything that belongs to one carries its id.
 *
 * @param name unique on the platform
 * @param version counts the changes, from 0
 */
public record Organisation(
        UUID id, String name, OrganisationStatus status, OrganisationPolicy policy, int version, Instant createdAt) {

    /** An active one without rules of its own, as it is when it was just made. */
    public Organisation(UUID id, String name) {
        this(id, name, OrganisationStatus.ACTIVE, OrganisationPolicy.NONE, 0, Instant.EPOCH);
    }

    /** What of it can be changed. */
    public OrganisationDetails details() {
        return new OrganisationDetails(name, status, policy);
    }

    public boolean isActive() {
        return status == OrganisationStatus.ACTIVE;
    }
}
