package energy.optibid.bidding.internal;

/** What a step came to. */
enum StepOutcome {
    /** The next step may begin. */
    DONE,
    /** The step lacks something from outside; it is tried again later. */
    WAIT
}
