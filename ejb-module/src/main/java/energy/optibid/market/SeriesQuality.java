package energy.optibid.market;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was found in one series.
 *
 * @param series {@value QualityQuery#PRICE} or the name of a fundamental
 * @param expectedPeriods the market's delivery periods that are due
 * @param presentPeriods of them those with values for all of their time
 * @param notYetDuePeriods those without a value that nobody can know yet
 * @param storedValues with every revision
 * @param minutes lengths of the stored periods, ascending
 * @param knownUntil when the value became known that became known last; absent without values
 * @param simulated whether any value was made by the simulator
 * @param counts of every kind, in the order of {@link QualityKind}
 * @param findings the first of each kind, by kind and then by start
 */
public record SeriesQuality(
        String series,
        long expectedPeriods,
        long presentPeriods,
        long notYetDuePeriods,
        long storedValues,
        List<Integer> minutes,
        Optional<Instant> knownUntil,
        boolean simulated,
        List<QualityCount> counts,
        List<QualityFinding> findings) {
    public SeriesQuality {
        minutes = List.copyOf(minutes);
        counts = List.copyOf(counts);
        findings = List.copyOf(findings);
    }
}
