package energy.optibid.web.rest.market;

import energy.optibid.market.QualityFinding;
import energy.optibid.market.QualityKind;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A time in which something is wrong with a series. */
public record QualityFindingJson(
        @Schema(description = "price, or the name of a fundamental")
        String series,

        QualityKind kind,

        Instant start,

        @Schema(description = "The first instant after it") Instant end,

        @Schema(description = "Of a gap or a change of the clock the market's delivery periods, else the stored ones")
        long periods,

        @Schema(description = "The fact in a few words") String detail) {

    static QualityFindingJson of(String series, QualityFinding finding) {
        return new QualityFindingJson(
                series, finding.kind(), finding.start(), finding.end(), finding.periods(), finding.detail());
    }
}
