package energy.optibid.market.internal.files;

import de.siegmar.fastcsv.reader.CsvRecord;
import energy.optibid.market.ImportErrorCode;
import energy.optibid.market.internal.rows.Findings;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Prices of the Indian exchange: a row for each quarter-hour, {@code 00:15 - 00:30} of India's clock, with the market
 * clearing price, or the prices of the areas, or both. Prices per kWh are taken a thousandfold. A row without a day is of
 * the day above, as in a table with joined cells.
 */
final class IexPrices extends CsvPriceFile {
    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("dd-MM-uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final List<String> PLACES =
            List.of("MCP", "A1", "A2", "E1", "E2", "N1", "N2", "N3", "S1", "S2", "S3", "W1", "W2", "W3");
    private static final String DAY_OF_A_SHEET = "[0-9]{4}-[0-9]{2}-[0-9]{2} .*";
    private static final String PREFIX = "IN_";
    private static final int KILO = 3;

    private final Map<String, Integer> prices = new LinkedHashMap<>();
    private int date;
    private int block;
    private boolean perKilowattHour;
    private String day = "";

    IexPrices() {
        super(',');
    }

    /** What the exchange calls a zone. */
    static Optional<String> place(String zoneCode) {
        return zoneCode.startsWith(PREFIX) ? Optional.of(zoneCode.substring(PREFIX.length())) : Optional.empty();
    }

    @Override
    void find(Columns columns, Findings findings) {
        date = columns.require("Date", findings);
        block = columns.require("Time Block", findings);
        for (String place : PLACES) {
            int at = columns.find(place);
            if (at >= 0) {
                prices.put(place, at);
            }
        }
        if (prices.isEmpty()) {
            throw findings.refusal(
                    ImportErrorCode.COLUMN_NOT_FOUND, "There is no column of prices: MCP, or an area such as N1");
        }
        perKilowattHour = columns.mention("kwh");
    }

    @Override
    void take(CsvRecord row, int line, PriceIntake into) {
        into.countRow();
        day = row.getField(date).isBlank() ? day : row.getField(date).strip();
        Optional<Instant> start = start(day, row.getField(block).strip());
        if (start.isEmpty()) {
            setAside(row, line, into, ImportErrorCode.TIME_MALFORMED, "Not a day dd-MM-yyyy and HH:mm - HH:mm");
            return;
        }
        prices.forEach((place, at) -> into.take(new PublishedPrice(
                line,
                place,
                start.get(),
                15,
                Optional.empty(),
                Optional.empty(),
                perMegawattHour(row.getField(at)),
                content(row))));
    }

    private String perMegawattHour(String price) {
        try {
            return perKilowattHour
                    ? new BigDecimal(price.strip()).movePointRight(KILO).toPlainString()
                    : price;
        } catch (NumberFormatException e) {
            return price;
        }
    }

    private static Optional<Instant> start(String day, String block) {
        if (!block.matches("[0-9]{2}:[0-9]{2} ?- ?[0-9]{2}:[0-9]{2}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    (day.matches(DAY_OF_A_SHEET) ? LocalDate.parse(day.substring(0, 10)) : LocalDate.parse(day, DATE))
                            .atTime(LocalTime.parse(block.substring(0, 5)))
                            .atZone(INDIA)
                            .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
