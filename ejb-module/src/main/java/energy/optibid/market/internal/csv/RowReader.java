package energy.optibid.market.internal.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import energy.optibid.market.CsvMapping;
import energy.optibid.market.ImportErrorCode;
import energy.optibid.market.internal.rows.DeliveryCalendar;
import energy.optibid.market.internal.rows.Findings;
import energy.optibid.market.internal.rows.RowChunk;
import energy.optibid.market.internal.rows.SeenInstants;

/** Reads one record after the other into a chunk, and finds what is wrong with each. */
final class RowReader {
    private final CsvMapping mapping;
    private final ColumnLayout columns;
    private final DeliveryCalendar calendar;
    private final TimeReader times;
    private final LineFindings findings;
    private final RowChunk chunk;
    private final SeenInstants seen = new SeenInstants();
    private final ResolutionCheck resolution;
    private final ValueReader values;

    private long line;
    private long start;
    private long knownAt;
    private long firstStart = Long.MAX_VALUE;
    private long lastEnd = Long.MIN_VALUE;

    RowReader(
            CsvMapping mapping,
            ColumnLayout columns,
            DeliveryCalendar calendar,
            TimeReader times,
            Findings findings,
            RowChunk chunk) {
        this.mapping = mapping;
        this.columns = columns;
        this.calendar = calendar;
        this.times = times;
        this.findings = new LineFindings(findings);
        this.chunk = chunk;
        this.values = new ValueReader(mapping, columns, calendar, this.findings, chunk);
        this.resolution = new ResolutionCheck(findings, mapping.timeColumn());
    }

    /** Start of the first period in microseconds; after at least one good row. */
    long firstStart() {
        return firstStart;
    }

    /** End of the last period in microseconds; after at least one good row. */
    long lastEnd() {
        return lastEnd;
    }

    /** To be called once after the last row. */
    void finish() {
        resolution.finishDay();
    }

    /** Reads one record that begins in that line. */
    void read(CsvRecord row, long lineNumber) {
        line = lineNumber;
        findings.turnTo(lineNumber);
        if (row.getFieldCount() != columns.width()) {
            findings.badRow(
                    ImportErrorCode.COLUMN_COUNT,
                    "The row has " + row.getFieldCount() + " field(s), the first line has " + columns.width());
            return;
        }
        boolean timely = readTimes(row);
        boolean valued = values.read(row, timely);
        if (timely && notSeen(row) && valued) {
            resolution.note(calendar, start, line);
            firstStart = Math.min(firstStart, start);
            lastEnd = Math.max(lastEnd, start + calendar.minutes() * 60_000_000L);
            chunk.add(start, calendar.minutes(), knownAt);
        }
    }

    private boolean readTimes(CsvRecord row) {
        String cell = row.getField(columns.time());
        switch (times.read(cell)) {
            case MALFORMED -> {
                return bad(ImportErrorCode.TIME_MALFORMED, mapping.timeColumn(), "Not a time: " + expectedTime(), cell);
            }
            case NON_EXISTENT -> {
                return bad(
                        ImportErrorCode.TIME_NON_EXISTENT,
                        mapping.timeColumn(),
                        "The clock change in " + mapping.timeZone() + " skips this time",
                        cell);
            }
            case READ -> start = times.epochMicros();
        }
        boolean repeated = times.repeated();
        long later = times.laterEpochMicros();
        if (!onGrid(cell) || !readKnownAt(row)) {
            return false;
        }
        // The first row of a repeated local time means the earlier one, the second row the later one.
        if (repeated && seen.lineOf(start, knownAt) != 0) {
            start = later;
        }
        return true;
    }

    private String expectedTime() {
        return mapping.timeFormat()
                .map(pattern -> "expected " + pattern)
                .orElse("expected yyyy-MM-dd HH:mm[:ss] with or without an offset, from 2000 to 2099");
    }

    private boolean onGrid(String cell) {
        if (!calendar.turnTo(start)) {
            return bad(
                    ImportErrorCode.NO_RULES,
                    mapping.timeColumn(),
                    "Product " + mapping.productCode() + " has no rules for that delivery day",
                    cell);
        }
        return calendar.onGrid(start)
                || bad(
                        ImportErrorCode.TIME_OFF_GRID,
                        mapping.timeColumn(),
                        "No delivery period of " + calendar.minutes() + " minutes begins then on " + calendar.date(),
                        cell);
    }

    private boolean readKnownAt(CsvRecord row) {
        if (!columns.hasKnownAt()) {
            knownAt = calendar.resultTime(start);
            return true;
        }
        String cell = row.getField(columns.knownAt());
        if (times.read(cell) != TimeReader.Outcome.READ) {
            return bad(
                    ImportErrorCode.KNOWN_AT_MALFORMED,
                    mapping.knownAtColumn().orElse(""),
                    "Not an instant: " + expectedTime(),
                    cell);
        }
        // Of a repeated local time the later one, so that no value is known too early.
        knownAt = times.laterEpochMicros();
        return true;
    }

    private boolean notSeen(CsvRecord row) {
        int firstLine = seen.add(start, knownAt, (int) line);
        return firstLine == 0
                || bad(
                        ImportErrorCode.DUPLICATE_INSTANT,
                        mapping.timeColumn(),
                        "Line " + firstLine + " has the same instant"
                                + (columns.hasKnownAt() ? ", known as early" : ""),
                        row.getField(columns.time()));
    }

    private boolean bad(ImportErrorCode code, String column, String message, String value) {
        return findings.bad(code, column, message, value);
    }
}
