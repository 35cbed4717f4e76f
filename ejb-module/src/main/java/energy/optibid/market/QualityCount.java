package energy.optibid.market;

/**
 * How much of one kind was found in all, however few of them are listed.
 *
 * @param findings intervals
 * @param periods of all of them
 */
public record QualityCount(QualityKind kind, long findings, long periods) {}
