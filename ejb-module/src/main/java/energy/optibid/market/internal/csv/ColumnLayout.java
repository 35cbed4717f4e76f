package energy.optibid.market.internal.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import energy.optibid.market.CsvMapping;
import energy.optibid.market.FundamentalColumn;
import energy.optibid.market.ImportErrorCode;
import energy.optibid.market.internal.rows.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the mapping's columns are in the file, as 0-based indexes. */
final class ColumnLayout {
    private static final int ABSENT = -1;

    private final int width;
    private final int time;
    private final int knownAt;
    private final List<String> valueColumns;
    private final int[] values;

    private ColumnLayout(CsvMapping mapping, CsvRecord first, Findings findings) {
        width = first.getFieldCount();
        time = index(mapping.timeColumn(), first, findings);
        knownAt = mapping.knownAtColumn()
                .map(column -> index(column, first, findings))
                .orElse(ABSENT);
        valueColumns = valueColumns(mapping);
        values = valueColumns.stream()
                .mapToInt(column -> index(column, first, findings))
                .toArray();
    }

    /** Looks each column up in the first record; what is not there is a finding. */
    static ColumnLayout of(CsvMapping mapping, CsvRecord first, Findings findings) {
        return new ColumnLayout(mapping, first, findings);
    }

    /** The price's column where there is one, then those of the fundamentals. */
    static List<String> valueColumns(CsvMapping mapping) {
        List<String> columns = new ArrayList<>();
        mapping.priceColumn().ifPresent(columns::add);
        mapping.fundamentals().stream().map(FundamentalColumn::column).forEach(columns::add);
        return List.copyOf(columns);
    }

    /** Whether the mapping names no header, so that the file may lack one. */
    static boolean byPositionOnly(CsvMapping mapping) {
        List<String> columns = new ArrayList<>(valueColumns(mapping));
        columns.add(mapping.timeColumn());
        mapping.knownAtColumn().ifPresent(columns::add);
        return columns.stream().allMatch(ColumnLayout::isPosition);
    }

    private static boolean isPosition(String column) {
        return !column.isEmpty() && column.length() <= 5 && column.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static int index(String column, CsvRecord first, Findings findings) {
        if (isPosition(column)) {
            int index = Integer.parseInt(column) - 1;
            if (index < 0 || index >= first.getFieldCount()) {
                notFound(column, "The file has " + first.getFieldCount() + " column(s)", first, findings);
            }
            return index;
        }
        List<String> names = first.getFields().stream().map(String::strip).toList();
        int index = names.indexOf(column.strip());
        if (index < 0) {
            notFound(column, "The header has the columns " + String.join(", ", names), first, findings);
        } else if (index != names.lastIndexOf(column.strip())) {
            findings.add(
                    ImportErrorCode.COLUMN_AMBIGUOUS,
                    first.getStartingLineNumber(),
                    Optional.of(column),
                    "The header has this column more than once: give its position",
                    Optional.empty());
        }
        return index;
    }

    private static void notFound(String column, String what, CsvRecord first, Findings findings) {
        String shown = what.length() <= 300 ? what : what.substring(0, 300) + "…";
        findings.add(
                ImportErrorCode.COLUMN_NOT_FOUND,
                first.getStartingLineNumber(),
                Optional.of(column),
                shown,
                Optional.empty());
    }

    int width() {
        return width;
    }

    int time() {
        return time;
    }

    boolean hasKnownAt() {
        return knownAt != ABSENT;
    }

    int knownAt() {
        return knownAt;
    }

    int valueCount() {
        return values.length;
    }

    int value(int number) {
        return values[number];
    }

    String valueColumn(int number) {
        return valueColumns.get(number);
    }
}
