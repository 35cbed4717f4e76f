package energy.optibid.push;

import java.util.UUID;

/** What a client can be subscribed to. */
public sealed interface Topic {

    /** The prices of a product in a zone, which are the platform's. */
    record Prices(String productCode, String zoneCode) implements Topic {}

    /** What happens to the bids of an organisation; for its own users alone. */
    record Desk(UUID organisationId) implements Topic {}
}
