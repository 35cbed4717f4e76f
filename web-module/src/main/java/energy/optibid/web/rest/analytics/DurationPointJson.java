package energy.optibid.web.rest.analytics;

import energy.optibid.analytics.DurationCurve;
import java.math.BigDecimal;
import java.util.List;

/**
 * A point of a duration curve, as a row of a file.
 *
 * @param share of the time, 0 to 1
 * @param price that the price was at least for that share
 */
public record DurationPointJson(BigDecimal share, BigDecimal price) {

    static List<DurationPointJson> of(DurationCurve curve) {
        return curve.points().stream()
                .map(point -> new DurationPointJson(Decimals.plain(point.share()), Decimals.plain(point.price())))
                .toList();
    }
}
