package energy.optibid.market.internal.rows;

import energy.optibid.market.ImportErrorCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/**
 * The first sheet of a workbook (XLSX) as CSV in UTF-8: a line for each row, as many fields as the first row has, days and
 * times as {@code yyyy-MM-dd HH:mm:ss}, numbers with a point and to the 15 digits that a spreadsheet keeps.
 */
final class SheetText extends InputStream {
    private static final MathContext DIGITS_OF_A_SPREADSHEET = new MathContext(15);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** Day 0 of serial numbers, which count a day that 1900 did not have; and of the other system. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private static final LocalDate DAY_ZERO_OF_1904 = LocalDate.of(1904, 1, 1);
    private static final long SECONDS_PER_DAY = Duration.ofDays(1).toSeconds();
    private static final int LAST_DAY = 2_958_465;

    private final boolean from1904;
    private final Findings findings;
    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private byte[] line = {};
    private int position;
    private int lines;
    private int width;

    /** @param from1904 whether days are counted from the first of that year */
    SheetText(byte[] file, boolean from1904, Findings findings) throws IOException {
        this.from1904 = from1904;
        this.findings = findings;
        try {
            workbook = new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, true));
            stream = workbook.getFirstSheet().openStream();
            rows = stream.iterator();
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        }
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        while (position == line.length) {
            if (!nextLine()) {
                return -1;
            }
        }
        int read = Math.min(length, line.length - position);
        System.arraycopy(line, position, target, offset, read);
        position += read;
        return read;
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }

    private boolean nextLine() {
        try {
            if (!rows.hasNext()) {
                return false;
            }
            line = text(rows.next()).getBytes(StandardCharsets.UTF_8);
            position = 0;
            return true;
        } catch (RuntimeException e) {
            throw damaged(e);
        }
    }

    /** With the empty lines before it, so that lines are rows of the sheet. */
    private String text(Row row) {
        StringBuilder text = new StringBuilder();
        int number = Math.max(lines + 1, row.getRowNum());
        text.append("\n".repeat(number - lines - 1));
        lines = number;
        int cells = row.getCellCount();
        if (width == 0) {
            width = cells;
        }
        int fields = Math.max(width, filled(row));
        for (int i = 0; i < fields; i++) {
            text.append(i == 0 ? "" : ",").append(i < cells ? field(row.getCell(i)) : "");
        }
        return text.append('\n').toString();
    }

    private int filled(Row row) {
        int cells = row.getCellCount();
        while (cells > 0 && field(row.getCell(cells - 1)).isEmpty()) {
            cells--;
        }
        return cells;
    }

    private String field(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        boolean numeric = cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA;
        String text = (numeric ? number(cell) : Optional.<String>empty()).orElseGet(() -> plain(cell.getText()));
        return text.contains(",") || text.contains("\"") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /** Lines of the text stay those of the sheet. */
    private static String plain(@Nullable String text) {
        return text == null ? "" : text.replaceAll("\\R", " ");
    }

    /** Absent for what is none, such as a formula's text. */
    private Optional<String> number(Cell cell) {
        String raw = cell.getRawValue();
        if (raw == null || raw.isBlank()) {
            return Optional.empty();
        }
        try {
            BigDecimal number =
                    new BigDecimal(raw.strip()).round(DIGITS_OF_A_SPREADSHEET).stripTrailingZeros();
            if (isTime(cell) && number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(LAST_DAY)) <= 0) {
                return Optional.of(time(number));
            }
            boolean usual = Math.abs((long) number.scale()) <= DIGITS_OF_A_SPREADSHEET.getPrecision() * 2L;
            return Optional.of(usual ? number.toPlainString() : number.toString());
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private String time(BigDecimal serial) {
        LocalDate zero = from1904 ? DAY_ZERO_OF_1904 : DAY_ZERO;
        long seconds = Math.round(serial.doubleValue() * SECONDS_PER_DAY);
        LocalDateTime time = zero.atStartOfDay().plusSeconds(seconds);
        return seconds < SECONDS_PER_DAY ? time.toLocalTime().toString() : TIME.format(time);
    }

    /** By the cell's format: one of those that every spreadsheet knows by number, or one with years, days or hours. */
    private static boolean isTime(Cell cell) {
        Integer known = cell.getDataFormatId();
        if (known != null && ((known >= 14 && known <= 22) || (known >= 45 && known <= 47))) {
            return true;
        }
        String format = cell.getDataFormatString();
        return format != null
                && format.replaceAll("\"[^\"]*\"|\\\\.|_.|\\[[^\\]]*]", "").matches("(?is).*[ydhs].*");
    }

    private RuntimeException damaged(Exception e) {
        return findings.refusal(
                ImportErrorCode.ZIP_CORRUPT, "The workbook cannot be read: " + plain(String.valueOf(e.getMessage())));
    }
}
