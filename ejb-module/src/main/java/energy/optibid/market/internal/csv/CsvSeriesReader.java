package energy.optibid.market.internal.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import energy.optibid.market.CsvMapping;
import energy.optibid.market.ImportErrorCode;
import energy.optibid.market.RuleSet;
import energy.optibid.market.internal.rows.CsvText;
import energy.optibid.market.internal.rows.DeliveryCalendar;
import energy.optibid.market.internal.rows.Findings;
import energy.optibid.market.internal.rows.ImportLimits;
import energy.optibid.market.internal.rows.RawFile;
import energy.optibid.market.internal.rows.RowChunk;
import energy.optibid.market.internal.rows.RowSink;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** Reads a file from its bytes to chunks of rows that are free of errors. For one file each. */
public final class CsvSeriesReader {
    private final CsvMapping mapping;
    private final List<RuleSet> rules;
    private final ImportLimits limits;
    private final Findings findings;
    private final TimeReader times;
    private long rows;

    /**
     * Prepares to read.
     *
     * @param mapping checked by {@link MappingCheck}
     * @param rules of the mapping's product in order of their days, at least one
     */
    public CsvSeriesReader(CsvMapping mapping, List<RuleSet> rules, ImportLimits limits) {
        this.mapping = mapping;
        this.rules = rules;
        this.limits = limits;
        this.findings = new Findings(limits.maxFindings());
        this.times = new TimeReader(mapping.timeZone(), mapping.timeFormat().map(CsvSeriesReader::formatter));
    }

    /**
     * What was read.
     *
     * @param rows below the header
     * @param bytes as received
     * @param sha256 of the bytes as received, hexadecimal
     * @param from start of the first delivery period
     * @param to end of the last one
     */
    public record Summary(long rows, long bytes, String sha256, Instant from, Instant to) {}

    /**
     * Reads the file to its end and hands its rows on, until the first error: after that it only looks for more errors.
     *
     * @throws energy.optibid.market.ImportRefusedException where the file has errors
     * @throws UncheckedIOException where the stream fails
     */
    public Summary read(InputStream file, RowSink sink) throws SQLException {
        RawFile raw = new RawFile(file);
        try {
            RowReader reader = readRows(new CsvText(raw.unpacked(limits, findings), limits, findings), sink);
            raw.drain();
            return new Summary(
                    rows, raw.count(), raw.sha256Hex(), instant(reader.firstStart()), instant(reader.lastEnd()));
        } catch (IOException e) {
            throw new UncheckedIOException("The file could not be read to its end", e);
        }
    }

    private RowReader readRows(CsvText text, RowSink sink) throws SQLException {
        Iterator<CsvRecord> records = text.records(mapping.delimiter());
        CsvRecord first = records.next();
        ColumnLayout columns = ColumnLayout.of(mapping, first, findings);
        findings.refuseIfAny();
        RowChunk chunk = new RowChunk(columns.valueCount());
        DeliveryCalendar calendar = new DeliveryCalendar(rules, mapping.minutes());
        RowReader reader = new RowReader(mapping, columns, calendar, times, findings, chunk);
        if (!isHeader(first, columns)) {
            readRow(reader, first, text, chunk, sink);
        }
        while (records.hasNext()) {
            CsvRecord row = records.next();
            if (row.getFieldCount() > 1 || !row.getField(0).isBlank() || columns.width() == 1) {
                readRow(reader, row, text, chunk, sink);
            }
        }
        finish(reader, chunk, sink);
        return reader;
    }

    /** The first line is the header, unless the mapping names no header and the line begins with a time. */
    private boolean isHeader(CsvRecord first, ColumnLayout columns) {
        return !ColumnLayout.byPositionOnly(mapping)
                || times.read(first.getField(columns.time())) == TimeReader.Outcome.MALFORMED;
    }

    private void readRow(RowReader reader, CsvRecord row, CsvText text, RowChunk chunk, RowSink sink)
            throws SQLException {
        if (++rows > limits.maxRows()) {
            throw findings.refusal(
                    ImportErrorCode.CSV_TOO_MANY_ROWS, "The file has more than " + limits.maxRows() + " rows");
        }
        reader.read(row, row.getStartingLineNumber() + text.skippedLines());
        if (chunk.isFull()) {
            handOn(chunk, sink);
        }
    }

    private void finish(RowReader reader, RowChunk chunk, RowSink sink) throws SQLException {
        reader.finish();
        if (rows == 0) {
            throw findings.refusal(ImportErrorCode.CSV_NO_ROWS, "The file has a header and no rows");
        }
        findings.refuseIfAny();
        handOn(chunk, sink);
    }

    private void handOn(RowChunk chunk, RowSink sink) throws SQLException {
        if (findings.none() && chunk.size() > 0) {
            sink.accept(chunk);
        }
        chunk.clear();
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L));
    }

    /** Strict, so that February 30th is an error; with "y" as the year of our era, as people write it. */
    static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .parseDefaulting(ChronoField.ERA, 1)
                .toFormatter(Locale.ENGLISH)
                .withChronology(IsoChronology.INSTANCE)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
