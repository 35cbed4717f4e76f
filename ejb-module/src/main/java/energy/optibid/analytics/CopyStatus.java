package energy.optibid.analytics;

import energy.optibid.platform.ServiceState;

/**
 * How far the copy in ClickHouse is.
 *
 * @param state of ClickHouse
 * @param caughtUp whether analytics are served from it: it is available, filled, and no event waits
 * @param waitingEvents events that were not looked at yet; 0 where ClickHouse is off
 */
public record CopyStatus(ServiceState state, boolean caughtUp, long waitingEvents) {}
