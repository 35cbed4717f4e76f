package energy.optibid.market;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * How good the series of a zone are.
 *
 * @param timeZone decides the last delivery day
 * @param currency of the prices
 * @param asOf when it was looked; what is not due by then is no gap
 * @param series the prices first, then the fundamentals by name
 */
public record QualityReport(
        QualityQuery query, ZoneId timeZone, String currency, Instant asOf, List<SeriesQuality> series) {
    public QualityReport {
        series = List.copyOf(series);
    }
}
