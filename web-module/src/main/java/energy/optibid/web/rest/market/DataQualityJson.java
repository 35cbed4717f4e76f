package energy.optibid.web.rest.market;

import energy.optibid.market.QualityReport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How good the series of a zone are. */
public record DataQualityJson(
        String productCode,
        String zoneCode,
        LocalDate firstDeliveryDate,
        LocalDate lastDeliveryDate,

        @Schema(description = "Decides the trading day") String timeZone,

        @Schema(description = "From how many hours on a value that stays the same is a finding")
        long frozenHours,

        @Schema(description = "When it was looked; what is not due by then is no gap")
        Instant asOf,

        @Schema(description = "The prices first, then the fundamentals by name")
        List<SeriesQualityJson> items) {

    static DataQualityJson of(QualityReport report) {
        return new DataQualityJson(
                report.query().productCode(),
                report.query().zoneCode(),
                report.query().firstDeliveryDate(),
                report.query().lastDeliveryDate(),
                report.timeZone().getId(),
                report.query().frozen().toHours(),
                report.asOf(),
                report.series().stream()
                        .map(series -> SeriesQualityJson.of(series, report.currency()))
                        .toList());
    }

    /** Those of all series. */
    List<QualityFindingJson> findings() {
        return items.stream().flatMap(series -> series.findings().stream()).toList();
    }
}
