package energy.optibid.market.internal.files;

import de.siegmar.fastcsv.reader.CsvRecord;
import energy.optibid.market.ImportErrorCode;
import energy.optibid.market.internal.rows.Findings;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;

/**
 * Day-ahead prices of settlement points (NP4-190-CD): a row for each hour by its end, 01:00 to 24:00 of Texas' clock. Of
 * the hour that is there twice in autumn the second has the flag Y. Rows of settlement points that are no zones of the
 * product, of which there are some thousand, are left out.
 */
final class ErcotPrices extends CsvPriceFile {
    private static final ZoneId TEXAS = ZoneId.of("America/Chicago");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("MM/dd/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final String PREFIX = "ERCOT_";

    private int date;
    private int hourEnding;
    private int point;
    private int price;
    private int repeated;

    ErcotPrices() {
        super(',');
    }

    /** What the reports call a zone. */
    static Optional<String> place(String zoneCode) {
        return zoneCode.startsWith(PREFIX) ? Optional.of(zoneCode.substring(PREFIX.length())) : Optional.empty();
    }

    @Override
    void find(Columns columns, Findings findings) {
        date = columns.require("DeliveryDate", findings);
        hourEnding = columns.require("HourEnding", findings);
        point = columns.require("SettlementPoint", findings);
        price = columns.require("SettlementPointPrice", findings);
        repeated = columns.require("DSTFlag", findings);
    }

    @Override
    void take(CsvRecord row, int line, PriceIntake into) {
        String place = row.getField(point).strip();
        if (!into.isZone(place)) {
            return;
        }
        into.countRow();
        Optional<LocalDateTime> local =
                local(row.getField(date).strip(), row.getField(hourEnding).strip());
        if (local.isEmpty()) {
            setAside(
                    row,
                    line,
                    into,
                    ImportErrorCode.TIME_MALFORMED,
                    "Not a day MM/dd/yyyy and the end of an hour HH:00");
            return;
        }
        Optional<Instant> start =
                instant(local.get(), row.getField(repeated).strip().equalsIgnoreCase("Y"));
        if (start.isEmpty()) {
            setAside(row, line, into, ImportErrorCode.TIME_NON_EXISTENT, "There is no such hour on that day");
            return;
        }
        into.take(new PublishedPrice(
                line, place, start.get(), 60, Optional.empty(), Optional.empty(), row.getField(price), content(row)));
    }

    /** When the hour begins. */
    private static Optional<LocalDateTime> local(String day, String end) {
        try {
            int hour = end.matches("[0-9]{1,2}:00") ? Integer.parseInt(end.substring(0, end.length() - 3)) : 0;
            return Optional.of(LocalDate.parse(day, DATE).atTime(hour - 1, 0));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Absent for an hour that the clock skips, and for a second one that is not there. */
    private static Optional<Instant> instant(LocalDateTime local, boolean second) {
        List<ZoneOffset> offsets = TEXAS.getRules().getValidOffsets(local);
        int which = second ? 1 : 0;
        return which < offsets.size() ? Optional.of(local.toInstant(offsets.get(which))) : Optional.empty();
    }
}
