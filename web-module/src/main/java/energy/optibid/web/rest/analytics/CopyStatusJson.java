package energy.optibid.web.rest.analytics;

import energy.optibid.analytics.CopyStatus;
import energy.optibid.platform.ServiceState;

/**
 * How far the copy in ClickHouse is.
 *
 * @param state of ClickHouse
 * @param caughtUp whether analytics are served from it
 * @param waitingEvents events that were not looked at yet
 */
public record CopyStatusJson(ServiceState state, boolean caughtUp, long waitingEvents) {

    static CopyStatusJson of(CopyStatus status) {
        return new CopyStatusJson(status.state(), status.caughtUp(), status.waitingEvents());
    }
}
