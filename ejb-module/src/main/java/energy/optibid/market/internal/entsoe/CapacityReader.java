package energy.optibid.market.internal.entsoe;

import energy.optibid.market.ImportErrorCode;
import energy.optibid.market.InstalledCapacity;
import energy.optibid.market.ProductionType;
import energy.optibid.market.internal.rows.Findings;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes capacities of the series of a document of installed generation capacity (A68), one for each production type and
 * year. A year's is published at the latest one week before the year begins: Commission Regulation (EU) 543/2013, article
 * 14(2)(a).
 */
final class CapacityReader {
    static final String DOCUMENT = "A68";
    private static final String YEAR_AHEAD = "A33";
    private static final String YEARLY = "P1Y";
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;

    /** A year begins at midnight, which in Europe is that of UTC or up to three hours before it. */
    private static final int EARLIEST_MIDNIGHT_HOURS = 3;

    private final Findings findings;
    private final PeriodReader periods;
    private final List<InstalledCapacity> capacities = new ArrayList<>();
    private final Map<Year, Integer> lines = new HashMap<>();
    private Instant created = Instant.MAX;

    CapacityReader(Findings findings) {
        this.findings = findings;
        this.periods = new PeriodReader(findings);
    }

    private record Year(ProductionType productionType, int year) {}

    /** @param start of the first of them */
    private record Years(OffsetDateTime start, int first, int count) {
        Instant start(int position) {
            return start.plusYears(position - 1L).toInstant();
        }
    }

    /** No value counts as known later than the document. */
    void createdAt(Instant instant) {
        created = instant;
    }

    List<InstalledCapacity> capacities() {
        return capacities;
    }

    void add(String process, EntsoeSeries series) {
        Optional<ProductionType> type = ProductionType.ofPsrType(series.field("psrType"));
        if (type.isEmpty() || !process.equals(YEAR_AHEAD)) {
            bad(
                    ImportErrorCode.SERIES_UNSUPPORTED,
                    series.line(),
                    "TimeSeries",
                    "Of installed capacity only the year ahead, A33, is imported, by type of production",
                    process + " " + series.field("psrType"));
        } else if (!series.field("quantity_Measure_Unit.name").equals("MAW")) {
            bad(
                    ImportErrorCode.UNIT_UNSUPPORTED,
                    series.line(),
                    "quantity_Measure_Unit.name",
                    "Values are in MW",
                    series.field("quantity_Measure_Unit.name"));
        } else {
            for (EntsoePeriod period : series.periods()) {
                years(period)
                        .ifPresent(years -> periods.read(
                                period,
                                series.field("curveType"),
                                years.count(),
                                (position, point) -> add(type.get(), years, position, period, point)));
            }
        }
    }

    private void add(ProductionType type, Years years, int position, EntsoePeriod period, int point) {
        int line = period.line(point);
        int year = years.first() + position - 1;
        Integer before = lines.putIfAbsent(new Year(type, year), line);
        BigDecimal capacity = BigDecimal.valueOf(period.unscaled(point), period.scale(point));
        if (before != null) {
            bad(
                    ImportErrorCode.DUPLICATE_INSTANT,
                    line,
                    "Point",
                    "The point in line " + before + " is for the same type and year",
                    type.code() + " " + year);
        } else if (capacity.signum() < 0) {
            bad(
                    ImportErrorCode.CAPACITY_NEGATIVE,
                    line,
                    "quantity",
                    "A capacity is not negative",
                    capacity.toPlainString());
        } else {
            capacities.add(new InstalledCapacity(
                    type, years.start(position), years.start(position + 1), capacity, knownAt(year)));
        }
    }

    private Instant knownAt(int year) {
        Instant published =
                LocalDate.of(year, 1, 1).minusWeeks(1).atStartOfDay(BRUSSELS).toInstant();
        return published.isBefore(created) ? published : created.truncatedTo(ChronoUnit.SECONDS);
    }

    private Optional<Years> years(EntsoePeriod period) {
        if (!period.field("resolution").equals(YEARLY)) {
            return bad(
                    ImportErrorCode.RESOLUTION_UNSUPPORTED,
                    period.line(),
                    "resolution",
                    "Installed capacity is imported by year, P1Y",
                    period.field("resolution"));
        }
        String text = period.field("start") + "/" + period.field("end");
        try {
            OffsetDateTime start = utc(period.field("start"));
            OffsetDateTime end = utc(period.field("end"));
            int first = start.plusHours(EARLIEST_MIDNIGHT_HOURS).getYear();
            int count = end.plusHours(EARLIEST_MIDNIGHT_HOURS).getYear() - first;
            if (beginsYear(start)
                    && first >= FIRST_YEAR
                    && count > 0
                    && first + count - 1 <= LAST_YEAR
                    && start.plusYears(count).isEqual(end)) {
                return Optional.of(new Years(start, first, count));
            }
        } catch (DateTimeException e) {
            return bad(
                    ImportErrorCode.INTERVAL_MALFORMED, period.line(), "timeInterval", "Not two instants of UTC", text);
        }
        return bad(
                ImportErrorCode.INTERVAL_MALFORMED,
                period.line(),
                "timeInterval",
                "Not a number of years from 1 January on, within " + FIRST_YEAR + " to " + LAST_YEAR,
                text);
    }

    private static OffsetDateTime utc(String text) {
        return OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
    }

    private static boolean beginsYear(OffsetDateTime start) {
        OffsetDateTime latest = start.plusHours(EARLIEST_MIDNIGHT_HOURS);
        return start.truncatedTo(ChronoUnit.HOURS).isEqual(start)
                && latest.getDayOfYear() == 1
                && latest.getHour() <= EARLIEST_MIDNIGHT_HOURS;
    }

    private <T> Optional<T> bad(ImportErrorCode code, int line, String element, String message, String value) {
        findings.add(code, line, Optional.of(element), message, Optional.of(value));
        return Optional.empty();
    }
}
