package energy.optibid.web.rest.market;

import energy.optibid.market.QualityQuery;
import energy.optibid.market.SeriesQuality;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was found in one series. */
public record SeriesQualityJson(
        @Schema(description = "price, or the name of a fundamental")
        String series,

        @Schema(description = "Of its values, for example EUR/MWh or MW")
        String unit,

        @Schema(description = "The market's delivery periods that are due")
        long expectedPeriods,

        @Schema(description = "Of them those with values for all of their time")
        long presentPeriods,

        @Schema(description = "Those without a value that nobody can know yet")
        long notYetDuePeriods,

        @Schema(description = "With every revision") long storedValues,

        @Schema(description = "Lengths of the stored periods")
        List<Integer> minutes,

        @Schema(description = "When the value became known that became known last; absent without values")
        Optional<Instant> knownUntil,

        @Schema(description = "Whether any value was made by the simulator")
        boolean simulated,

        @Schema(description = "Of every kind") List<QualityCountJson> counts,

        @Schema(description = "The first of each kind, by kind and then by start")
        List<QualityFindingJson> findings) {

    static SeriesQualityJson of(SeriesQuality quality, String currency) {
        String name = quality.series();
        return new SeriesQualityJson(
                name,
                name.equals(QualityQuery.PRICE) ? currency + "/MWh" : "MW",
                quality.expectedPeriods(),
                quality.presentPeriods(),
                quality.notYetDuePeriods(),
                quality.storedValues(),
                quality.minutes(),
                quality.knownUntil(),
                quality.simulated(),
                quality.counts().stream().map(QualityCountJson::of).toList(),
                quality.findings().stream()
                        .map(finding -> QualityFindingJson.of(name, finding))
                        .toList());
    }
}
