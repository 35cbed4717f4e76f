package energy.optibid.market.internal.files;

import de.siegmar.fastcsv.reader.CsvRecord;
import energy.optibid.market.ImportErrorCode;
import energy.optibid.market.internal.rows.Findings;
import java.util.List;
import java.util.Locale;

/** Columns of a CSV by their names, without regard to case, blanks and what stands in brackets behind them. */
final class Columns {
    private final List<String> names;
    private final String header;

    Columns(CsvRecord header) {
        this.header = String.join(" ", header.getFields()).toLowerCase(Locale.ROOT);
        names = header.getFields().stream().map(Columns::plain).toList();
    }

    /** How many there are. */
    int width() {
        return names.size();
    }

    /** Whether the line of names, with what stands in brackets, has that text in lower case. */
    boolean mention(String text) {
        return header.contains(text);
    }

    /** 0-based; negative where there is none. */
    int find(String name) {
        return names.indexOf(plain(name));
    }

    /** @throws energy.optibid.market.ImportRefusedException where there is none */
    int require(String name, Findings findings) {
        int at = find(name);
        if (at < 0) {
            throw findings.refusal(
                    ImportErrorCode.COLUMN_NOT_FOUND,
                    "There is no column " + name + " in the first line; is it a file of another kind?");
        }
        return at;
    }

    /** Operators put units behind a name, as in {@code DateTime(UTC)} and {@code Price[Currency/MWh]}. */
    private static String plain(String name) {
        return name.replaceFirst("[(\\[].*", "").replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }
}
