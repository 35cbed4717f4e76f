package energy.optibid.web.rest.table;

import energy.optibid.web.rest.json.Texts;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Records as a table: a header, and a row for each. What a record within them has, stands in columns of its own. */
public final class Table<R extends Record> {
    private final List<Column> columns;
    private final List<R> rows;

    public Table(Class<R> type, List<R> rows) {
        this.columns = Column.of(type);
        this.rows = List.copyOf(rows);
    }

    /**
     * The answer as a file.
     *
     * @param format CSV or XLSX
     * @param name of the file, without its ending
     */
    public Response answer(ListFormat format, String name) {
        return switch (format) {
            case CSV ->
                file(Response.ok(csv(), MediaType.valueOf(ListFormat.CSV_TYPE).withCharset("utf-8")), name + ".csv");
            case XLSX -> file(Response.ok(xlsx(), ListFormat.XLSX_TYPE), name + ".xlsx");
            case JSON -> throw new IllegalArgumentException("JSON is no table");
        };
    }

    private static Response file(Response.ResponseBuilder answer, String name) {
        return answer.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    /** RFC 4180, in UTF-8. */
    String csv() {
        StringBuilder csv = new StringBuilder();
        csv.append(columns.stream().map(Column::header).collect(Collectors.joining(",")))
                .append("\r\n");
        for (R row : rows) {
            csv.append(columns.stream()
                            .map(column -> column.value(row).map(CsvCells::cell).orElse(""))
                            .collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return csv.toString();
    }

    byte[] xlsx() {
        Workbook workbook = new Workbook();
        workbook.row(columns.stream().map(column -> Optional.<Object>of(column.header())));
        rows.forEach(row -> workbook.row(columns.stream().map(column -> column.value(row))));
        return workbook.bytes();
    }

    /** A value as text, as JSON has it. */
    static String text(Object value) {
        if (value instanceof Enum<?> constant) {
            return Texts.code(constant);
        }
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }
}
