package energy.optibid.market;

import java.time.Instant;

/**
 * A time in which something is wrong with a series. Neighbouring periods of which the same is to be said are one finding.
 *
 * @param start the first instant of it, UTC
 * @param end the first instant after it
 * @param periods of a gap and of a change of the clock the market's delivery periods, else the stored ones
 * @param detail the fact in a few words
 */
public record QualityFinding(QualityKind kind, Instant start, Instant end, long periods, String detail) {

    /** The same, which goes on until there for so many more periods. */
    public QualityFinding joined(Instant until, long more) {
        return new QualityFinding(kind, start, until.isAfter(end) ? until : end, periods + more, detail);
    }
}
