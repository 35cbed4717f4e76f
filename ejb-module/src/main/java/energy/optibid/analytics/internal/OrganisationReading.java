package energy.optibid.analytics.internal;

import java.util.List;
import java.util.UUID;

/** A database that can be read as each of the organisations. */
public interface OrganisationReading extends Reading {

    /** Every organisation that is not deleted. */
    List<UUID> organisations();

    /** Does work that sees the rows of that organisation. */
    <T> T readAs(UUID organisationId, Work<T> work);
}
