package energy.optibid.market;

/** What may be wrong with a series. The definitions are those of docs/how-to/check-data-quality.md. */
public enum QualityKind {
    /** A delivery period of the market without a value for all of its time, although it is due. */
    GAP,
    /** Values that are in force and cover the same time, for example an hour and quarter-hours of it. */
    DUPLICATE,
    /** A stored period that had another value or length before. */
    REVISION,
    /** A stored period of which nothing was known in time. */
    LATE,
    /** A stored period whose value in time was another one than that in force. */
    LATE_CORRECTION,
    /** A value that the market's rules, or the nature of the series, do not allow. */
    OUT_OF_RANGE,
    /** The same value, other than zero, for longer than it should be. */
    FROZEN,
    /** An hour that is missing or there twice because the clock changed. */
    CLOCK_CHANGE
}
