package energy.optibid.market.internal.quality;

import java.util.List;

/** Looks for one kind of finding, day by day and in each day in the order of the periods' starts. For one series each. */
interface Check {

    /** A period of the day that has at least one value. */
    default void see(TradingDay day, KnownPeriod period) {}

    /** The day is over, whether it had values or not. */
    default void endDay(TradingDay day, DayCoverage coverage) {}

    /** To be called once after the last day. */
    default void finish() {}

    /** What was found, by kind. */
    List<FoundIntervals> found();
}
