package energy.optibid.market.internal.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import energy.optibid.market.CsvMapping;
import energy.optibid.market.ImportErrorCode;
import energy.optibid.market.internal.rows.DeliveryCalendar;
import energy.optibid.market.internal.rows.NumberReader;
import energy.optibid.market.internal.rows.RowChunk;

/** Reads the price and the fundamentals of a record into the chunk's next row. */
final class ValueReader {
    private final CsvMapping mapping;
    private final ColumnLayout columns;
    private final DeliveryCalendar calendar;
    private final NumberReader numbers;
    private final LineFindings findings;
    private final RowChunk chunk;
    private final boolean firstValueIsPrice;

    ValueReader(
            CsvMapping mapping,
            ColumnLayout columns,
            DeliveryCalendar calendar,
            LineFindings findings,
            RowChunk chunk) {
        this.mapping = mapping;
        this.columns = columns;
        this.calendar = calendar;
        this.numbers = new NumberReader(mapping.decimalSeparator().orElse('.'));
        this.findings = findings;
        this.chunk = chunk;
        this.firstValueIsPrice = mapping.priceColumn().isPresent();
    }

    /** Reads all values; without a day to judge by where the record's time is bad. */
    boolean read(CsvRecord row, boolean timely) {
        boolean good = true;
        for (int i = 0; i < columns.valueCount(); i++) {
            good &= readValue(row.getField(columns.value(i)), i, timely);
        }
        return good;
    }

    private boolean readValue(String cell, int number, boolean timely) {
        if (cell.isBlank()) {
            return findings.bad(ImportErrorCode.NUMBER_MISSING, columns.valueColumn(number), "The cell is empty", cell);
        }
        if (!numbers.read(cell)) {
            return findings.bad(
                    ImportErrorCode.NUMBER_MALFORMED,
                    columns.valueColumn(number),
                    "Not a finite decimal number of at most 18 digits",
                    cell);
        }
        if (timely && number == 0 && firstValueIsPrice && !readPrice(cell)) {
            return false;
        }
        if (timely) {
            chunk.put(number, numbers.unscaled(), numbers.scale());
        }
        return true;
    }

    private boolean readPrice(String cell) {
        numbers.normalise(calendar.priceScale());
        if (numbers.scale() > DeliveryCalendar.FINEST_SCALE) {
            return findings.bad(
                    ImportErrorCode.PRICE_TOO_FINE,
                    columns.valueColumn(0),
                    "More than " + DeliveryCalendar.FINEST_SCALE + " digits after the point",
                    cell);
        }
        return calendar.inRange(numbers.unscaled(), numbers.scale()) || beyondCap(columns.valueColumn(0), cell);
    }

    private boolean beyondCap(String column, String cell) {
        return findings.bad(
                ImportErrorCode.PRICE_BEYOND_CAP,
                column,
                "Prices of %s lie between %s and %s on %s"
                        .formatted(
                                mapping.productCode(),
                                calendar.ruleSet().orders().minPrice(),
                                calendar.ruleSet().orders().maxPrice(),
                                calendar.date()),
                cell);
    }
}
