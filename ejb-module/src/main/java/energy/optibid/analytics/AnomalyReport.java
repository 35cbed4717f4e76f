package energy.optibid.analytics;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was unusual.
 *
 * @param asOf every price that was stored by then was looked at
 * @param knownUntil from when on the price was known that became known last; absent without prices
 * @param judgedHours hours with a price that could be compared
 * @param unjudgedHours hours with a price, but with less than half of the weeks before, or only equal prices there
 * @param anomalies by zone and then by start
 */
public record AnomalyReport(
        AnomalySearch search,
        String currency,
        Engine engine,
        Instant asOf,
        Optional<Instant> knownUntil,
        boolean simulated,
        int judgedHours,
        int unjudgedHours,
        List<Anomaly> anomalies) {
    public AnomalyReport {
        anomalies = List.copyOf(anomalies);
    }
}
