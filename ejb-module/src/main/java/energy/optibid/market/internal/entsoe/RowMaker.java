package energy.optibid.market.internal.entsoe;

import energy.optibid.market.ImportErrorCode;
import energy.optibid.market.RuleSet;
import energy.optibid.market.internal.rows.DeliveryCalendar;
import energy.optibid.market.internal.rows.Findings;
import energy.optibid.market.internal.rows.SeriesRows;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes rows of the points of a document's series, each looked at by the rules of its day. */
final class RowMaker {
    private final List<RuleSet> rules;
    private final Findings findings;
    private final PeriodReader periods;
    private final Map<Optional<String>, SeriesRows> rows = new LinkedHashMap<>();
    private final Map<Integer, DeliveryCalendar> calendars = new HashMap<>();
    private Instant created = Instant.MAX;

    RowMaker(List<RuleSet> rules, Findings findings) {
        this.rules = rules;
        this.findings = findings;
        this.periods = new PeriodReader(findings);
    }

    /** No value counts as known later than the document. */
    void createdAt(Instant instant) {
        created = instant;
    }

    /** Those that have rows. */
    List<SeriesRows> series() {
        return rows.values().stream().filter(each -> each.size() > 0).toList();
    }

    /** @param kind absent for prices */
    void add(EntsoeSeries series, Optional<SeriesKind> kind) {
        Optional<String> fundamental = kind.map(SeriesKind::series);
        SeriesRows into = rows.computeIfAbsent(fundamental, SeriesRows::new);
        for (EntsoePeriod period : series.periods()) {
            periods.read(
                    period,
                    series.field("curveType"),
                    (start, minutes, point) -> add(into, kind, period, start, minutes, point));
        }
    }

    private void add(
            SeriesRows into, Optional<SeriesKind> kind, EntsoePeriod period, Instant start, int minutes, int point) {
        long micros = start.getEpochSecond() * 1_000_000;
        int line = period.line(point);
        DeliveryCalendar calendar =
                calendars.computeIfAbsent(minutes, any -> new DeliveryCalendar(rules, OptionalInt.of(minutes)));
        if (!calendar.turnTo(micros)) {
            bad(
                    ImportErrorCode.NO_RULES,
                    line,
                    "Point",
                    "The product has no rules for that delivery day",
                    start.toString());
        } else if (!calendar.onGrid(micros)) {
            bad(
                    ImportErrorCode.TIME_OFF_GRID,
                    line,
                    "Point",
                    "No delivery period of " + minutes + " minutes begins then",
                    start.toString());
        } else if (kind.isPresent() || priceFits(calendar, period, point)) {
            Instant published = kind.map(each -> each.published(start, Duration.ofMinutes(minutes)))
                    .orElseGet(() -> Instant.ofEpochSecond(calendar.resultTime(micros) / 1_000_000));
            Instant known = published.isBefore(created) ? published : created;
            int before = into.add(
                    new SeriesRows.Row(
                            micros,
                            minutes,
                            known.getEpochSecond() * 1_000_000,
                            period.unscaled(point),
                            period.scale(point)),
                    line);
            if (before != 0) {
                bad(
                        ImportErrorCode.DUPLICATE_INSTANT,
                        line,
                        "Point",
                        "The point in line " + before + " is for the same period",
                        start.toString());
            }
        }
    }

    private boolean priceFits(DeliveryCalendar calendar, EntsoePeriod period, int point) {
        int scale = period.scale(point);
        if (scale > DeliveryCalendar.FINEST_SCALE) {
            return bad(
                    ImportErrorCode.PRICE_TOO_FINE,
                    period.line(point),
                    "price.amount",
                    "More than " + DeliveryCalendar.FINEST_SCALE + " digits after the point",
                    Integer.toString(scale));
        }
        return calendar.inRange(period.unscaled(point), scale)
                || bad(
                        ImportErrorCode.PRICE_BEYOND_CAP,
                        period.line(point),
                        "price.amount",
                        "Prices lie between %s and %s on %s"
                                .formatted(
                                        calendar.ruleSet().orders().minPrice(),
                                        calendar.ruleSet().orders().maxPrice(),
                                        calendar.date()),
                        period.unscaled(point) + "e-" + scale);
    }

    private boolean bad(ImportErrorCode code, int line, String element, String message, String value) {
        findings.add(code, line, Optional.of(element), message, Optional.of(value));
        return false;
    }
}
