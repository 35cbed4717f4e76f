package energy.optibid.web.rest;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A line of a CSV file (RFC 4180). A text that a spreadsheet would take for a formula, because it begins with one of
 * {@code = + - @} or a control character, gets an apostrophe before it (OWASP, CSV injection).
 */
public final class CsvLine {
    private static final String FORMULA = "=+-@\t\r\n\u0000＝＋－＠";

    private final StringBuilder line = new StringBuilder();
    private boolean begun;

    /** Adds a cell; an absent value is an empty one. */
    public CsvLine add(Optional<?> value) {
        return add(value.map(Object::toString).orElse(""));
    }

    /** Adds a cell. */
    public CsvLine add(Object value) {
        if (begun) {
            line.append(',');
        }
        begun = true;
        String text = defused(value.toString());
        if (text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n' || c == ';')) {
            line.append('"').append(text.replace("\"", "\"\"")).append('"');
        } else {
            line.append(text);
        }
        return this;
    }

    /** The line with its end, in UTF-8. */
    public byte[] bytes() {
        return (line + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String defused(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
