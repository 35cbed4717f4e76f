package energy.optibid.web.rest.market;

import energy.optibid.market.QualityCount;
import energy.optibid.market.QualityKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much of one kind was found in all. */
public record QualityCountJson(
        QualityKind kind,

        @Schema(description = "Intervals, those that are not listed too")
        long findings,

        @Schema(description = "Periods in all of them") long periods) {

    static QualityCountJson of(QualityCount count) {
        return new QualityCountJson(count.kind(), count.findings(), count.periods());
    }
}
