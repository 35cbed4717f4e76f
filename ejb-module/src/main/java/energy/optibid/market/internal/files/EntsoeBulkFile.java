package energy.optibid.market.internal.files;

import de.siegmar.fastcsv.reader.CsvRecord;
import energy.optibid.market.ImportErrorCode;
import energy.optibid.market.internal.rows.Findings;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** "Day-ahead prices" (12.1.D) of the Transparency Platform: all zones of a month, tab-separated, in any order. */
final class EntsoeBulkFile extends CsvPriceFile {
    private static final Map<String, Integer> MINUTES = Map.of("PT15M", 15, "PT30M", 30, "PT60M", 60);

    private int time;
    private int resolution;
    private int area;
    private int price;
    private int currency;
    private int update;

    EntsoeBulkFile() {
        super('\t');
    }

    @Override
    void find(Columns columns, Findings findings) {
        time = columns.require("DateTime", findings);
        resolution = columns.require("ResolutionCode", findings);
        area = columns.require("AreaCode", findings);
        price = columns.require("Price", findings);
        currency = columns.require("Currency", findings);
        update = columns.require("UpdateTime", findings);
    }

    @Override
    void take(CsvRecord row, int line, PriceIntake into) {
        into.countRow();
        Optional<Instant> start = instant(row.getField(time));
        Optional<Instant> updated = instant(row.getField(update));
        if (start.isEmpty()) {
            setAside(row, line, into, ImportErrorCode.TIME_MALFORMED, "DateTime is no time");
        } else if (updated.isEmpty()) {
            setAside(row, line, into, ImportErrorCode.KNOWN_AT_MALFORMED, "UpdateTime is no time");
        } else {
            into.take(new PublishedPrice(
                    line,
                    row.getField(area),
                    start.get(),
                    MINUTES.getOrDefault(row.getField(resolution), 0),
                    updated,
                    Optional.of(row.getField(currency)),
                    row.getField(price),
                    content(row)));
        }
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
}
