package energy.optibid.web.rest.analytics;

import energy.optibid.analytics.CorrelationReport;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Two zones.
 *
 * @param correlation Pearson's coefficient, -1 to 1; absent below three hours, or where one of the prices never changes
 * @param hours in which both have a price
 */
public record CorrelationPairJson(String zoneCode, String otherZoneCode, Optional<BigDecimal> correlation, int hours) {

    static CorrelationPairJson of(CorrelationReport.Pair pair) {
        return new CorrelationPairJson(pair.zoneCode(), pair.otherZoneCode(), pair.correlation(), pair.hours());
    }
}
