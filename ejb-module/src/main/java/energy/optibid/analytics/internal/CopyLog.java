package energy.optibid.analytics.internal;

import energy.optibid.streaming.EventTaker;

/** What the copy needs of the log of events, with the copy's own bookmark. */
public interface CopyLog {

    /** Place of the last event. */
    long lastPosition();

    /** Place up to which events were taken. */
    long bookmark();

    void moveBookmark(long position);

    /** Hands over what comes next, on one node at a time; how many events were taken. */
    int deliver(int limit, EventTaker taker);

    /** How many events were not taken yet. */
    long waiting();
}
