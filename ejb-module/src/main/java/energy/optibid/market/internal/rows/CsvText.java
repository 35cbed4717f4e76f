package energy.optibid.market.internal.rows;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import energy.optibid.market.ImportErrorCode;
import energy.optibid.market.ImportRefusedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;

/** The records of a CSV in UTF-8, with or without a byte-order mark; blank lines are left out. */
public final class CsvText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Findings findings;
    private final BufferedReader reader;
    private final int longestLine;
    private int skippedLines;

    public CsvText(InputStream bytes, ImportLimits limits, Findings findings) {
        this.findings = findings;
        this.longestLine = limits.maxLineBytes();
        this.reader = new BufferedReader(
                new InputStreamReader(new TextGuard(bytes, limits, findings), StandardCharsets.UTF_8.newDecoder()),
                64 * 1024);
    }

    /** How many blank lines precede what {@link #records} begins with: its line numbers lack them. */
    public int skippedLines() {
        return skippedLines;
    }

    /** Begins with the first line that is not blank; the delimiter is found out from it where none is given. */
    public Iterator<CsvRecord> records(Optional<Character> givenDelimiter) {
        String first = checked(this::firstLine);
        char delimiter = givenDelimiter.orElseGet(() -> mostFrequentDelimiter(first));
        Iterator<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(reader)
                .iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return checked(records::hasNext);
            }

            @Override
            public CsvRecord next() {
                return checked(records::next);
            }
        };
    }

    private String firstLine() throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        while (true) {
            reader.mark(longestLine + 2);
            String line = reader.readLine();
            if (line == null) {
                throw findings.refusal(ImportErrorCode.CSV_EMPTY, "The file is empty");
            }
            if (!line.isBlank()) {
                reader.reset();
                return line;
            }
            skippedLines++;
        }
    }

    /** Comma, semicolon or tab, whichever the line has most outside of quotes. */
    static char mostFrequentDelimiter(String line) {
        int[] counts = new int[3];
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && ",;\t".indexOf(c) >= 0) {
                counts[",;\t".indexOf(c)]++;
            }
        }
        if (counts[1] > counts[0] && counts[1] >= counts[2]) {
            return ';';
        }
        return counts[2] > counts[0] ? '\t' : ',';
    }

    private interface Step<T> {
        T take() throws IOException;
    }

    private <T> T checked(Step<T> step) {
        try {
            return step.take();
        } catch (IOException e) {
            throw causeOf(e);
        } catch (UncheckedIOException | CsvParseException e) {
            // FastCSV wraps whatever the stream below it throws.
            throw causeOf(e.getCause() == null ? e : e.getCause());
        }
    }

    private RuntimeException causeOf(Throwable problem) {
        if (problem instanceof ImportRefusedException refused) {
            return refused;
        }
        if (problem instanceof CharacterCodingException) {
            return findings.refusal(ImportErrorCode.CSV_NOT_TEXT, "The file is not text in UTF-8");
        }
        if (problem instanceof UncheckedIOException unchecked) {
            return unchecked;
        }
        if (problem instanceof IOException io) {
            return new UncheckedIOException("The file could not be read to its end", io);
        }
        return findings.refusal(ImportErrorCode.CSV_MALFORMED, "The CSV cannot be read: " + problem.getMessage());
    }
}
