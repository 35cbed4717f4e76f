package energy.optibid.web.rest.table;

import java.util.regex.Pattern;

/** The cells of a CSV file. */
final class CsvCells {
    /** What a spreadsheet may take for a formula, also behind blanks (OWASP, CSV injection). */
    private static final Pattern FORMULA =
            Pattern.compile("^[\\s\"']*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\\t\\r].*", Pattern.DOTALL);

    private CsvCells() {}

    /** A number as it is; a text that could be a formula behind an apostrophe; quoted where it must be. */
    static String cell(Object value) {
        String text = Table.text(value);
        if (!(value instanceof Number) && FORMULA.matcher(text).matches()) {
            text = "'" + text;
        }
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
