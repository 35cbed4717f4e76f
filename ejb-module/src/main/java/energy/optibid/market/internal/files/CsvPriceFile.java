package energy.optibid.market.internal.files;

import de.siegmar.fastcsv.reader.CsvRecord;
import energy.optibid.market.ImportErrorCode;
import energy.optibid.market.internal.rows.CsvText;
import energy.optibid.market.internal.rows.Findings;
import energy.optibid.market.internal.rows.ImportLimits;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;

/** What files of text with a line of column names have in common. */
abstract class CsvPriceFile implements PriceFile {
    private final char delimiter;

    CsvPriceFile(char delimiter) {
        this.delimiter = delimiter;
    }

    @Override
    public final void read(InputStream file, ImportLimits limits, Findings findings, PriceIntake into) {
        CsvText text = new CsvText(file, limits, findings);
        Iterator<CsvRecord> records = text.records(Optional.of(delimiter));
        Columns columns = new Columns(records.next());
        find(columns, findings);
        while (records.hasNext()) {
            CsvRecord row = records.next();
            int line = Math.toIntExact(row.getStartingLineNumber() + text.skippedLines());
            if (row.getFieldCount() == columns.width()) {
                take(row, line, into);
            } else {
                into.countRow();
                setAside(
                        row,
                        line,
                        into,
                        ImportErrorCode.COLUMN_COUNT,
                        "The row has " + row.getFieldCount() + " field(s), the first line has " + columns.width());
            }
        }
    }

    /** Looks its columns up. */
    abstract void find(Columns columns, Findings findings);

    /** Counts a row that has as many fields as the first line, and hands its prices on or sets it aside. */
    abstract void take(CsvRecord row, int line, PriceIntake into);

    final void setAside(CsvRecord row, int line, PriceIntake into, ImportErrorCode code, String message) {
        into.setAside(line, content(row), code, message);
    }

    /** The row about as it came: without its quotes. */
    final String content(CsvRecord row) {
        return String.join(String.valueOf(delimiter), row.getFields());
    }
}
