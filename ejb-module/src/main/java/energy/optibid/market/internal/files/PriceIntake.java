package energy.optibid.market.internal.files;

import energy.optibid.market.ImportErrorCode;
import energy.optibid.market.QuarantinedRow;
import energy.optibid.market.RuleSet;
import energy.optibid.market.internal.rows.DeliveryCalendar;
import energy.optibid.market.internal.rows.Findings;
import energy.optibid.market.internal.rows.NumberReader;
import energy.optibid.market.internal.rows.SeriesRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Looks at each price by the rules of its day: takes those that fit, zone by zone, and sets the others aside with the
 * reason. A price counts as known from the product's result time, or from its publication where that is earlier.
 */
final class PriceIntake {
    private static final int LONGEST_CONTENT = 500;

    /** Ten times what a month of all zones of Europe has; they are kept until the end. */
    private static final int MOST_UNFIT = 200_000;

    private final Map<String, String> zones;
    private final int mostRows;
    private final Findings findings;
    private final NumberReader numbers;
    private final DeliveryCalendar calendar;
    private final Map<String, SeriesRows> rowsByZone = new TreeMap<>();
    private final List<QuarantinedRow> unfit = new ArrayList<>();
    private long rows;

    /**
     * For one file.
     *
     * @param rules of the product whose prices are taken, in order of their days, at least one
     * @param zones codes of the product's zones by what the operator calls them
     */
    PriceIntake(
            List<RuleSet> rules, Map<String, String> zones, int mostRows, char decimalSeparator, Findings findings) {
        this.zones = zones;
        this.mostRows = mostRows;
        this.findings = findings;
        this.numbers = new NumberReader(decimalSeparator);
        this.calendar = new DeliveryCalendar(rules, OptionalInt.empty());
    }

    /** Those that were counted. */
    long rows() {
        return rows;
    }

    /** Of each zone that has any, by its code. */
    Map<String, SeriesRows> rowsByZone() {
        return rowsByZone;
    }

    /** In the order of their lines, each line once. */
    List<QuarantinedRow> unfit() {
        return unfit;
    }

    /** Whether the product is traded in what the operator calls so. */
    boolean isZone(String place) {
        return zones.containsKey(place);
    }

    /** Counts a row of the file; to be called once before what is made of it. */
    void countRow() {
        if (++rows > mostRows) {
            throw findings.refusal(ImportErrorCode.CSV_TOO_MANY_ROWS, "The file has more than " + mostRows + " rows");
        }
    }

    /** Takes a price of a row that was counted, or sets its row aside. */
    void take(PublishedPrice price) {
        String zone = zones.get(price.place());
        if (zone == null) {
            setAside(price, ImportErrorCode.AREA_UNKNOWN, "The product is not traded in that area");
        } else if (!calendar.turnTo(micros(price.start()))) {
            setAside(price, ImportErrorCode.NO_RULES, "The product has no rules for that delivery day");
        } else if (price.minutes() != calendar.minutes()) {
            setAside(
                    price,
                    ImportErrorCode.RESOLUTION_MISMATCH,
                    "Another auction: the product's periods are of " + calendar.minutes() + " minutes that day");
        } else {
            takeAmount(price, zone);
        }
    }

    private void takeAmount(PublishedPrice price, String zone) {
        RuleSet inForce = calendar.ruleSet();
        if (!price.currency().orElse(inForce.currency()).equals(inForce.currency())) {
            setAside(price, ImportErrorCode.CURRENCY_DIFFERS, "Prices of the product are in " + inForce.currency());
        } else if (!calendar.onGrid(micros(price.start()))) {
            setAside(price, ImportErrorCode.TIME_OFF_GRID, "No delivery period begins then");
        } else if (!numbers.read(price.price())) {
            setAside(price, ImportErrorCode.NUMBER_MALFORMED, "The price is no number of at most 18 digits");
        } else if (numbers.scale() > DeliveryCalendar.FINEST_SCALE) {
            setAside(price, ImportErrorCode.PRICE_TOO_FINE, "The price has too many digits after the point");
        } else if (!calendar.inRange(numbers.unscaled(), numbers.scale())) {
            setAside(
                    price,
                    ImportErrorCode.PRICE_BEYOND_CAP,
                    "Prices lie between " + inForce.orders().minPrice() + " and "
                            + inForce.orders().maxPrice() + " that day");
        } else {
            add(price, zone);
        }
    }

    private void add(PublishedPrice price, String zone) {
        long start = micros(price.start());
        long result = calendar.resultTime(start);
        long known =
                price.updated().map(update -> Math.min(result, micros(update))).orElse(result);
        int before = rowsByZone
                .computeIfAbsent(zone, any -> new SeriesRows(Optional.empty()))
                .add(
                        new SeriesRows.Row(start, calendar.minutes(), known, numbers.unscaled(), numbers.scale()),
                        price.line());
        if (before != 0) {
            setAside(price, ImportErrorCode.DUPLICATE_INSTANT, "Line " + before + " has the same period");
        }
    }

    private void setAside(PublishedPrice price, ImportErrorCode code, String message) {
        setAside(price.line(), price.content(), code, message);
    }

    /** Sets a row aside that was counted; the first reason of a line is kept. */
    void setAside(int line, String content, ImportErrorCode code, String message) {
        if (unfit.isEmpty() || unfit.get(unfit.size() - 1).line() != line) {
            if (unfit.size() == MOST_UNFIT) {
                throw findings.refusal(
                        ImportErrorCode.CSV_TOO_MANY_ROWS,
                        "More than " + MOST_UNFIT + " rows do not fit, the first because of "
                                + unfit.get(0).code() + ": is it a file of another kind or product?");
            }
            unfit.add(new QuarantinedRow(
                    line, code.code(), message, content.substring(0, Math.min(content.length(), LONGEST_CONTENT))));
        }
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }
}
