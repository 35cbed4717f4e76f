package energy.optibid.market.internal.entsoe;

import de.siegmar.fastcsv.reader.CsvRecord;
import energy.optibid.market.ImportErrorCode;
import energy.optibid.market.QuarantinedRow;
import energy.optibid.market.RuleSet;
import energy.optibid.market.internal.rows.CsvText;
import energy.optibid.market.internal.rows.DeliveryCalendar;
import energy.optibid.market.internal.rows.Findings;
import energy.optibid.market.internal.rows.GzipFile;
import energy.optibid.market.internal.rows.ImportLimits;
import energy.optibid.market.internal.rows.NumberReader;
import energy.optibid.market.internal.rows.RawFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Reads the bulk file "Day-ahead prices" (12.1.D) of the Transparency Platform: all zones of a month, tab-separated, in any
 * order. A row that does not fit is set aside and the others are taken: files of the platform have areas, currencies and
 * auctions beside those of any one product. A price counts as known from the product's result time, or from its update
 * where that is earlier.
 */
public final class BulkPrices {
    private static final Map<String, Integer> MINUTES = Map.of("PT15M", 15, "PT30M", 30, "PT60M", 60);
    private static final int KEPT_FINDINGS = 1_000;
    private static final int LONGEST_CONTENT = 500;

    private final Map<String, String> zonesByArea;
    private final ImportLimits limits;
    private final Findings findings = new Findings(KEPT_FINDINGS);
    private final NumberReader numbers = new NumberReader('.');
    private final DeliveryCalendar calendar;
    private final Map<String, SeriesRows> rowsByZone = new TreeMap<>();
    private final List<QuarantinedRow> unfit = new ArrayList<>();
    private long rows;

    /**
     * For one file.
     *
     * @param rules of the product whose prices are taken, in order of their days, at least one
     * @param zonesByArea codes of the product's zones by their energy identification codes
     */
    public BulkPrices(List<RuleSet> rules, Map<String, String> zonesByArea, ImportLimits limits) {
        this.zonesByArea = zonesByArea;
        this.limits = limits;
        this.calendar = new DeliveryCalendar(rules, OptionalInt.empty());
    }

    /**
     * What was read.
     *
     * @param rows below the header
     * @param bytes as received
     * @param sha256 of the bytes as received, hexadecimal
     * @param rowsByZone of each zone that has any, by its code
     * @param unfit in the order of their lines
     */
    public record Read(
            long rows, long bytes, String sha256, Map<String, SeriesRows> rowsByZone, List<QuarantinedRow> unfit) {}

    /** @throws energy.optibid.market.ImportRefusedException where the file is none of that kind */
    public Read read(InputStream file) {
        RawFile raw = new RawFile(file);
        try {
            InputStream bytes = raw.isGzip() ? new GzipFile(raw, findings) : raw;
            CsvText text = new CsvText(bytes, limits, findings);
            Iterator<CsvRecord> records = text.records(Optional.of('\t'));
            Columns columns = columns(records.next());
            while (records.hasNext()) {
                CsvRecord row = records.next();
                take(row, columns, Math.toIntExact(row.getStartingLineNumber() + text.skippedLines()));
            }
            raw.drain();
            return new Read(rows, raw.count(), raw.sha256Hex(), rowsByZone, unfit);
        } catch (IOException e) {
            throw new UncheckedIOException("The file could not be read to its end", e);
        }
    }

    private record Columns(int width, int time, int resolution, int area, int price, int currency, int update) {}

    /** By names; the platform has put units behind them, as in {@code DateTime(UTC)} and {@code Price[Currency/MWh]}. */
    private Columns columns(CsvRecord header) {
        List<String> names = header.getFields().stream()
                .map(name -> name.replaceFirst("[(\\[].*", "").strip().toLowerCase(Locale.ROOT))
                .toList();
        return new Columns(
                names.size(),
                column(names, "DateTime"),
                column(names, "ResolutionCode"),
                column(names, "AreaCode"),
                column(names, "Price"),
                column(names, "Currency"),
                column(names, "UpdateTime"));
    }

    private int column(List<String> names, String name) {
        int at = names.indexOf(name.toLowerCase(Locale.ROOT));
        if (at < 0) {
            throw findings.refusal(
                    ImportErrorCode.COLUMN_NOT_FOUND,
                    "There is no column " + name + " in the first line; is this 12.1.D?");
        }
        return at;
    }

    private void take(CsvRecord row, Columns columns, int line) {
        if (++rows > limits.maxRows()) {
            throw findings.refusal(
                    ImportErrorCode.CSV_TOO_MANY_ROWS, "The file has more than " + limits.maxRows() + " rows");
        }
        if (row.getFieldCount() != columns.width()) {
            setAside(row, line, ImportErrorCode.COLUMN_COUNT, "The row has " + row.getFieldCount() + " fields");
            return;
        }
        String zone = zonesByArea.get(row.getField(columns.area()));
        Integer minutes = MINUTES.get(row.getField(columns.resolution()));
        Optional<Instant> start = instant(row.getField(columns.time()));
        Optional<Instant> update = instant(row.getField(columns.update()));
        if (zone == null) {
            setAside(row, line, ImportErrorCode.AREA_UNKNOWN, "The product is not traded in that area");
        } else if (start.isEmpty()) {
            setAside(row, line, ImportErrorCode.TIME_MALFORMED, "DateTime is no time");
        } else if (update.isEmpty()) {
            setAside(row, line, ImportErrorCode.KNOWN_AT_MALFORMED, "UpdateTime is no time");
        } else if (!calendar.turnTo(micros(start.get()))) {
            setAside(row, line, ImportErrorCode.NO_RULES, "The product has no rules for that delivery day");
        } else if (minutes == null || minutes != calendar.minutes()) {
            setAside(
                    row,
                    line,
                    ImportErrorCode.RESOLUTION_MISMATCH,
                    "Another auction: the product's periods are of " + calendar.minutes() + " minutes that day");
        } else {
            takePrice(row, columns, line, zone, start.get(), update.get());
        }
    }

    private void takePrice(CsvRecord row, Columns columns, int line, String zone, Instant start, Instant update) {
        RuleSet inForce = calendar.ruleSet();
        if (!row.getField(columns.currency()).equals(inForce.currency())) {
            setAside(row, line, ImportErrorCode.CURRENCY_DIFFERS, "Prices of the product are in " + inForce.currency());
        } else if (!calendar.onGrid(micros(start))) {
            setAside(row, line, ImportErrorCode.TIME_OFF_GRID, "No delivery period begins then");
        } else if (!numbers.read(row.getField(columns.price()))) {
            setAside(row, line, ImportErrorCode.NUMBER_MALFORMED, "The price is no number of at most 18 digits");
        } else if (numbers.scale() > DeliveryCalendar.FINEST_SCALE) {
            setAside(row, line, ImportErrorCode.PRICE_TOO_FINE, "The price has too many digits after the point");
        } else if (!calendar.inRange(numbers.unscaled(), numbers.scale())) {
            setAside(
                    row,
                    line,
                    ImportErrorCode.PRICE_BEYOND_CAP,
                    "Prices lie between " + inForce.orders().minPrice() + " and "
                            + inForce.orders().maxPrice() + " that day");
        } else {
            add(row, line, zone, start, update);
        }
    }

    private void add(CsvRecord row, int line, String zone, Instant start, Instant update) {
        long known = Math.min(calendar.resultTime(micros(start)), micros(update));
        int before = rowsByZone
                .computeIfAbsent(zone, any -> new SeriesRows(Optional.empty()))
                .add(
                        new SeriesRows.Row(
                                micros(start), calendar.minutes(), known, numbers.unscaled(), numbers.scale()),
                        line);
        if (before != 0) {
            setAside(row, line, ImportErrorCode.DUPLICATE_INSTANT, "Line " + before + " has the same period");
        }
    }

    private void setAside(CsvRecord row, int line, ImportErrorCode code, String message) {
        String content = String.join("\t", row.getFields());
        unfit.add(new QuarantinedRow(
                line, code.code(), message, content.substring(0, Math.min(content.length(), LONGEST_CONTENT))));
    }

    /** {@code 2021-12-09 02:00:00.000}, in UTC. */
    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(
                    LocalDateTime.parse(text.strip().replace(' ', 'T')).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }
}
