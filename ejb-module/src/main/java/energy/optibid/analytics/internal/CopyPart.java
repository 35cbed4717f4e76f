package energy.optibid.analytics.internal;

import energy.optibid.streaming.LoggedEvent;
import java.util.List;

/** A kind of rows that is copied. Whatever was copied may be copied once more. */
interface CopyPart {

    /**
     * Copies everything.
     *
     * @param position the last place in the log before that
     * @return how many rows
     */
    long fill(long position);

    /** Copies what events tell of. */
    void take(List<LoggedEvent> events);

    List<MonthSum> stored();

    List<MonthSum> copied();

    /** Copies a month of one of its tables anew, also where the copy has more than there is. */
    void repair(CopiedMonth place, long position);
}
