package energy.optibid.bidding.internal;

import energy.optibid.platform.Actor;
import java.util.UUID;

/** A run that has work left, and whose it is; all that is known of it across organisations. */
public record OpenRun(UUID id, UUID organisationId) {

    /** OptiBid itself, at work on this run. */
    Actor actor() {
        return Actor.systemOf(organisationId);
    }
}
