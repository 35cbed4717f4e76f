package energy.optibid.market.internal.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import energy.optibid.market.CsvMapping;
import energy.optibid.market.ImportErrorCode;
import energy.optibid.market.ImportFinding;
import energy.optibid.market.ImportRefusedException;
import energy.optibid.market.InvalidMappingException;
import energy.optibid.market.SdacRules;
import energy.optibid.market.internal.rows.ImportLimits;
import energy.optibid.market.internal.rows.RowChunk;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSeriesReaderTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String HEADER = "time,price\n";
    private static final String ONE_HOUR = HEADER + "2024-01-10 00:00,10.00\n";

    // ---- what is read

    @Test
    void readShouldTellRowsBytesDigestAndRangeWhenFileIsGood() {
        Reading reading = read(prices().build(), ONE_HOUR + "2024-01-10 01:00,-0.5\n");

        assertThat(reading.values()).containsExactly("10.00", "-0.50");
        assertThat(reading.starts())
                .containsExactly(Instant.parse("2024-01-09T23:00:00Z"), Instant.parse("2024-01-10T00:00:00Z"));
        assertThat(reading.summary.rows()).isEqualTo(2);
        assertThat(reading.summary.to()).isEqualTo(Instant.parse("2024-01-10T01:00:00Z"));
        assertThat(reading.summary.sha256()).hasSize(64);
    }

    @Test
    void readShouldUnpackWhenFileIsGzip() {
        Reading plain = read(prices().build(), ONE_HOUR);
        Reading packed = read(prices().build(), gzip(ONE_HOUR.getBytes(StandardCharsets.UTF_8)));

        assertThat(packed.values()).isEqualTo(plain.values());
        assertThat(packed.summary.sha256()).isNotEqualTo(plain.summary.sha256());
    }

    @Test
    void readShouldReadAllMembersWhenGzipWasConcatenated() {
        byte[] first = gzip(ONE_HOUR.getBytes(StandardCharsets.UTF_8));
        byte[] second = gzip("2024-01-10 01:00,11\n".getBytes(StandardCharsets.UTF_8));

        assertThat(read(prices().build(), join(first, second)).values()).containsExactly("10.00", "11.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void readShouldFindDelimiterOutWhenNotGiven(String delimiter) {
        String csv = ONE_HOUR.replace(",", delimiter);

        assertThat(read(prices().build(), csv).values()).containsExactly("10.00");
    }

    @Test
    void readShouldTolerateMarksBlanksAndQuotesWhenHeaderHasThem() {
        String csv = "\uFEFF\r\n\"time\", price ,\"a;b\"\r\n\r\n2024-01-10 00:00, 10.5 ,x\r\n   \r\n";

        assertThat(read(prices().build(), csv).values()).containsExactly("10.50");
    }

    @Test
    void readShouldTakeColumnsByPositionWhenMappingHasDigits() {
        CsvMapping mapping =
                CsvMapping.of("SDAC", "DE_LU", "1", BERLIN).price("Price").build();
        CsvMapping positions =
                CsvMapping.of("SDAC", "DE_LU", "1", BERLIN).price("2").build();

        assertThat(read(mapping, ",Price\n2024-01-10 00:00:00,1\n").values()).containsExactly("1.00");
        assertThat(read(positions, ",Price\n2024-01-10 00:00:00,1\n").values()).containsExactly("1.00");
        assertThat(read(positions, "2024-01-10 00:00:00,1\n").values()).containsExactly("1.00");
    }

    @Test
    void readShouldTakeDecimalCommaWhenMapped() {
        CsvMapping mapping = prices().decimalSeparator(',').build();

        assertThat(read(mapping, "time;price\n2024-01-10 00:00;-1,5\n").values())
                .containsExactly("-1.50");
        assertThat(codes(mapping, "time;price\n2024-01-10 00:00;1.234,5\n"))
                .containsExactly(ImportErrorCode.NUMBER_MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-10T00:00, 2024-01-09T23:00:00Z",
        "2024-01-10 00:00:00.000, 2024-01-09T23:00:00Z",
        "2024-01-10T00:00:00Z, 2024-01-10T00:00:00Z",
        "2024-01-10 00:00Z, 2024-01-10T00:00:00Z",
        "2024-01-10T00:00:00+02:00, 2024-01-09T22:00:00Z",
        "2024-07-10T00:00, 2024-07-09T22:00:00Z"
    })
    void readShouldUnderstandTimeWhenWrittenLikeIso(String time, Instant expected) {
        assertThat(read(prices().build(), HEADER + time + ",1\n").starts()).containsExactly(expected);
    }

    @Test
    void readShouldUnderstandTimeWhenPatternIsGiven() {
        CsvMapping mapping = prices().timeFormat("dd.MM.yyyy HH:mm").build();

        assertThat(read(mapping, HEADER + "10.01.2024 00:00,1\n").starts())
                .containsExactly(Instant.parse("2024-01-09T23:00:00Z"));
        assertThat(codes(mapping, HEADER + "30.02.2024 00:00,1\n")).containsExactly(ImportErrorCode.TIME_MALFORMED);
    }

    @Test
    void readShouldUseResultTimeWhenFileDoesNotSayWhenValuesWereKnown() {
        assertThat(read(prices().build(), ONE_HOUR).knownAts()).containsExactly(Instant.parse("2024-01-09T11:45:00Z"));
    }

    // ---- clock changes

    @Test
    void readShouldSkipTheMissingHourWhenClocksGoForward() {
        List<String> times = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            if (hour != 2) {
                times.add("2024-03-31 %02d:00".formatted(hour));
            }
        }
        Reading day = read(prices().build(), csv(times));

        assertThat(day.starts()).hasSize(23).doesNotHaveDuplicates().isSorted();
        assertThat(day.starts().get(2)).isEqualTo(Instant.parse("2024-03-31T01:00:00Z"));
        assertThat(day.summary.to()).isEqualTo(Instant.parse("2024-03-31T22:00:00Z"));
        assertThat(codes(prices().build(), HEADER + "2024-03-31 02:00,1\n"))
                .containsExactly(ImportErrorCode.TIME_NON_EXISTENT);
    }

    @Test
    void readShouldTakeTheRepeatedHourInOrderWhenClocksGoBack() {
        List<String> times = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            times.add("2024-10-27 %02d:00".formatted(hour));
            if (hour == 2) {
                times.add("2024-10-27 02:00");
            }
        }
        Reading day = read(prices().build(), csv(times));

        assertThat(day.starts()).hasSize(25).doesNotHaveDuplicates().isSorted();
        assertThat(day.starts().get(2)).isEqualTo(Instant.parse("2024-10-27T00:00:00Z"));
        assertThat(day.starts().get(3)).isEqualTo(Instant.parse("2024-10-27T01:00:00Z"));
        times.add(4, "2024-10-27 02:00");
        assertThat(codes(prices().build(), csv(times))).containsExactly(ImportErrorCode.DUPLICATE_INSTANT);
    }

    @Test
    void readShouldHaveAllQuartersWhenClocksChange() {
        List<String> back = new ArrayList<>();
        for (int quarter = 0; quarter < 96; quarter++) {
            back.add("2025-10-26 %02d:%02d".formatted(quarter / 4, quarter % 4 * 15));
            if (quarter == 11) {
                back.addAll(back.subList(8, 12));
            }
        }
        List<String> forward = new ArrayList<>();
        for (int quarter = 0; quarter < 96; quarter++) {
            if (quarter / 4 != 2) {
                forward.add("2026-03-29 %02d:%02d".formatted(quarter / 4, quarter % 4 * 15));
            }
        }

        assertThat(read(prices().build(), csv(back)).starts())
                .hasSize(100)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(read(prices().build(), csv(forward)).starts()).hasSize(92).isSorted();
    }

    @Test
    void readShouldHaveTwentyFourHoursWhenOffsetIsFixed() {
        List<String> times = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            times.add("2024-03-31 %02d:00".formatted(hour));
        }
        CsvMapping fixed = CsvMapping.of("SDAC", "DE_LU", "time", ZoneOffset.ofHours(1))
                .price("price")
                .build();

        assertThat(read(fixed, csv(times)).starts()).hasSize(24).isSorted();
        assertThat(read(fixed, csv(times)).starts().get(2)).isEqualTo(Instant.parse("2024-03-31T01:00:00Z"));
    }

    // ---- files that are refused as a whole

    @Test
    void readShouldRefuseWhenFileIsEmpty() {
        assertThat(codes(prices().build(), "")).containsExactly(ImportErrorCode.CSV_EMPTY);
        assertThat(codes(prices().build(), "\n \n\n")).containsExactly(ImportErrorCode.CSV_EMPTY);
        assertThat(codes(prices().build(), gzip(new byte[0]))).containsExactly(ImportErrorCode.CSV_EMPTY);
    }

    @Test
    void readShouldRefuseWhenThereIsOnlyAHeader() {
        assertThat(codes(prices().build(), HEADER)).containsExactly(ImportErrorCode.CSV_NO_ROWS);
        assertThat(codes(prices().build(), "time,price")).containsExactly(ImportErrorCode.CSV_NO_ROWS);
    }

    @Test
    void readShouldRefuseWhenFileIsBinary() {
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        byte[] latin = "time,price\n2024-01-10 00:00,1€\n".getBytes(StandardCharsets.ISO_8859_1);
        latin[latin.length - 2] = (byte) 0x80;

        assertThat(codes(prices().build(), noise)).containsExactly(ImportErrorCode.CSV_NOT_TEXT);
        assertThat(codes(prices().build(), gzip(noise))).containsExactly(ImportErrorCode.CSV_NOT_TEXT);
        assertThat(codes(prices().build(), latin)).containsExactly(ImportErrorCode.CSV_NOT_TEXT);
        assertThat(codes(prices().build(), ONE_HOUR.getBytes(StandardCharsets.UTF_16)))
                .containsExactly(ImportErrorCode.CSV_NOT_TEXT);
    }

    @Test
    void readShouldStopEarlyWhenALineHasAGigabyte() {
        Endless line = new Endless(HEADER, 1L << 30);

        assertThat(refusal(prices().build(), line).findings())
                .extracting(ImportFinding::code)
                .containsExactly(ImportErrorCode.CSV_LINE_TOO_LONG);
        assertThat(line.given).isLessThan(1 << 20);
    }

    @Test
    void readShouldStopEarlyWhenGzipUnpacksToTooMuch() {
        ImportLimits limits = new ImportLimits(65_536, 1_000_000, 2_000_000, 1_000);
        byte[] bomb = gzip(HEADER.concat("\n".repeat(20_000_000)).getBytes(StandardCharsets.UTF_8));

        assertThat(bomb.length).isLessThan(100_000);
        assertThat(refusal(prices().build(), new ByteArrayInputStream(bomb), limits)
                        .findings())
                .extracting(ImportFinding::code)
                .containsExactly(ImportErrorCode.CSV_TOO_LARGE);
    }

    @Test
    void readShouldRefuseWhenThereAreTooManyRows() {
        ImportLimits limits = new ImportLimits(65_536, 1_000_000, 1, 1_000);
        byte[] csv = (ONE_HOUR + "2024-01-10 01:00,1\n").getBytes(StandardCharsets.UTF_8);

        assertThat(refusal(prices().build(), new ByteArrayInputStream(csv), limits)
                        .findings())
                .extracting(ImportFinding::code)
                .containsExactly(ImportErrorCode.CSV_TOO_MANY_ROWS);
    }

    @Test
    void readShouldRefuseWhenGzipIsDamaged() {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int hour = 0; hour < 24; hour++) {
            csv.append("2024-01-10 %02d:00,%d\n".formatted(hour, hour * hour));
        }
        byte[] packed = gzip(csv.toString().getBytes(StandardCharsets.UTF_8));
        byte[] changed = packed.clone();
        changed[changed.length - 6] ^= 0x55;

        assertThat(codes(prices().build(), Arrays.copyOf(packed, packed.length - 20)))
                .containsExactly(ImportErrorCode.GZIP_CORRUPT);
        assertThat(codes(prices().build(), Arrays.copyOf(packed, 2))).containsExactly(ImportErrorCode.GZIP_CORRUPT);
        assertThat(codes(prices().build(), changed)).containsExactly(ImportErrorCode.GZIP_CORRUPT);
    }

    @Test
    void readShouldNotBlameTheFileWhenTheStreamBreaks() throws IOException {
        InputStream broken = InputStream.nullInputStream();
        broken.close();

        assertThatThrownBy(() -> read(prices().build(), broken)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void readShouldRefuseWhenColumnIsMissingOrTwice() {
        assertThat(codes(prices().build(), "time,preis\n2024-01-10 00:00,1\n"))
                .containsExactly(ImportErrorCode.COLUMN_NOT_FOUND);
        assertThat(codes(prices().fundamental("load", "9").build(), ONE_HOUR))
                .containsExactly(ImportErrorCode.COLUMN_NOT_FOUND);
        assertThat(codes(prices().build(), "time,price,price\n2024-01-10 00:00,1,2\n"))
                .containsExactly(ImportErrorCode.COLUMN_AMBIGUOUS);
    }

    // ---- rows that are refused

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-01-10 00:00|COLUMN_COUNT",
                "2024-01-10 00:00,1,2|COLUMN_COUNT",
                "yesterday,1|TIME_MALFORMED",
                "2024-02-30 00:00,1|TIME_MALFORMED",
                "2024-01-10 24:00,1|TIME_MALFORMED",
                "2024-01-10 00:00+99:00,1|TIME_MALFORMED",
                "1924-01-10 00:00,1|TIME_MALFORMED",
                "2024-01-10 00:30,1|TIME_OFF_GRID",
                "2024-01-10 00:00:01,1|TIME_OFF_GRID",
                "2025-10-02 00:05,1|TIME_OFF_GRID",
                "2009-12-31 00:00,1|NO_RULES",
                "2024-01-10 00:00,|NUMBER_MISSING",
                "2024-01-10 00:00,abc|NUMBER_MALFORMED",
                "2024-01-10 00:00,NaN|NUMBER_MALFORMED",
                "2024-01-10 00:00,Infinity|NUMBER_MALFORMED",
                "2024-01-10 00:00,-|NUMBER_MALFORMED",
                "2024-01-10 00:00,1.2.3|NUMBER_MALFORMED",
                "2024-01-10 00:00,1e999999999|NUMBER_MALFORMED",
                "2024-01-10 00:00,1234567890123456789|NUMBER_MALFORMED",
                "2024-01-10 00:00,4000.01|PRICE_BEYOND_CAP",
                "2022-05-09 00:00,3000.01|PRICE_BEYOND_CAP",
                "2024-01-10 00:00,-500.01|PRICE_BEYOND_CAP",
                "2024-01-10 00:00,123456789012345678|PRICE_BEYOND_CAP",
                "2024-01-10 00:00,10.0000005|PRICE_TOO_FINE",
                "2024-01-10 00:00,4000.000001|PRICE_BEYOND_CAP"
            })
    void readShouldNameTheLineWhenARowIsBad(String row, ImportErrorCode expected) {
        ImportRefusedException refused =
                refusal(prices().build(), stream(HEADER + "2024-01-09 00:00,1\n\n" + row + "\n2024-01-11 00:00,1\n"));

        assertThat(refused.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(expected);
            assertThat(finding.line()).hasValue(4);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"4000", "4000.00", "-500", "+1", "10.500", "10.0025", "10.50000000", "1e2", ".5", "0"})
    void readShouldTakePriceWhenWithinRange(String price) {
        Reading reading = read(prices().build(), HEADER + "2024-01-10 00:00," + price + "\n");

        assertThat(new BigDecimal(reading.values().get(0))).isEqualByComparingTo(new BigDecimal(price));
    }

    @Test
    void readShouldNameBothLinesWhenAnInstantIsThereTwice() {
        ImportRefusedException refused =
                refusal(prices().build(), stream(ONE_HOUR + "2024-01-10 01:00,1\n2024-01-09T23:00:00Z,3\n"));

        assertThat(refused.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(ImportErrorCode.DUPLICATE_INSTANT);
            assertThat(finding.path()).isEqualTo("line 4, column time");
            assertThat(finding.message()).contains("Line 2");
        });
    }

    @Test
    void readShouldAllowOneInstantTwiceWhenKnownAtDifferentTimes() {
        CsvMapping mapping = prices().knownAt("known").build();
        String csv = "time,known,price\n2024-01-10 00:00,2024-01-09 12:45,1\n2024-01-10 00:00,2024-01-10 09:00,2\n";

        assertThat(read(mapping, csv).values()).containsExactly("1.00", "2.00");
        assertThat(codes(mapping, csv.replace("2024-01-10 09:00", "2024-01-09 12:45")))
                .containsExactly(ImportErrorCode.DUPLICATE_INSTANT);
        assertThat(codes(mapping, csv.replace("2024-01-10 09:00", "soon")))
                .containsExactly(ImportErrorCode.KNOWN_AT_MALFORMED);
    }

    @Test
    void readShouldCountAllButKeepTheFirstWhenThousandsOfRowsAreBad() {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < 5_000; i++) {
            csv.append("bad,row\n");
        }
        ImportRefusedException refused = refusal(prices().build(), stream(csv.toString()));

        assertThat(refused.total()).isEqualTo(10_000);
        assertThat(refused.findings()).hasSize(1_000);
    }

    @Test
    void readShouldHandNothingOnAfterTheFirstBadRow() throws SQLException {
        StringBuilder csv = new StringBuilder(HEADER).append("bad,1\n");
        Instant start = Instant.parse("2012-01-01T00:00:00Z");
        for (int i = 0; i < 2 * RowChunk.CAPACITY; i++) {
            csv.append(start.plusSeconds(3600L * i)).append(",1\n");
        }
        List<Integer> chunks = new ArrayList<>();

        assertThatThrownBy(() -> reader(prices().build(), ImportLimits.DEFAULT)
                        .read(stream(csv.toString()), chunk -> chunks.add(chunk.size())))
                .isInstanceOf(ImportRefusedException.class);
        assertThat(chunks).isEmpty();
    }

    @Test
    void readShouldRefuseHoursWhenThePeriodsAreQuarters() {
        List<String> times = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            times.add("2025-10-02 %02d:00".formatted(hour));
        }

        assertThat(codes(prices().build(), csv(times))).containsExactly(ImportErrorCode.RESOLUTION_MISMATCH);
        assertThat(read(prices().minutes(60).build(), csv(times)).starts()).hasSize(24);
    }

    @Test
    void readShouldRefuseWhenAQuoteIsNotClosed() {
        assertThat(codes(prices().build(), ONE_HOUR + "\"2024-01-10 01:00\"x,1\n"))
                .isNotEmpty();
    }

    // ---- mappings

    @Test
    void checkShouldRefuseWhenMappingCannotBe() {
        assertThatThrownBy(() -> MappingCheck.check(prices().minutes(17).build()))
                .isInstanceOf(InvalidMappingException.class)
                .hasMessageContaining("17");
        assertThatThrownBy(() -> MappingCheck.check(prices().delimiter('x').build()))
                .isInstanceOf(InvalidMappingException.class);
        assertThatThrownBy(() -> MappingCheck.check(prices().timeFormat("{").build()))
                .isInstanceOf(InvalidMappingException.class);
        assertThatThrownBy(() -> MappingCheck.check(
                        CsvMapping.of("SDAC", "DE_LU", "time", BERLIN).build()))
                .isInstanceOf(InvalidMappingException.class);
        assertThatThrownBy(() -> MappingCheck.check(
                        prices().fundamental("Wind Power", "3").build()))
                .isInstanceOf(InvalidMappingException.class);
    }

    // ---- helpers

    private record Reading(
            CsvSeriesReader.Summary summary, List<Instant> starts, List<Instant> knownAts, List<String> values) {}

    private static CsvMapping.Builder prices() {
        return CsvMapping.of("SDAC", "DE_LU", "time", BERLIN).price("price");
    }

    private static CsvSeriesReader reader(CsvMapping mapping, ImportLimits limits) {
        return new CsvSeriesReader(mapping, SdacRules.ALL, limits);
    }

    private static Reading read(CsvMapping mapping, String csv) {
        return read(mapping, stream(csv));
    }

    private static Reading read(CsvMapping mapping, byte[] file) {
        return read(mapping, new ByteArrayInputStream(file));
    }

    private static Reading read(CsvMapping mapping, InputStream file) {
        return read(mapping, file, ImportLimits.DEFAULT);
    }

    private static Reading read(CsvMapping mapping, InputStream file, ImportLimits limits) {
        List<Instant> starts = new ArrayList<>();
        List<Instant> knownAts = new ArrayList<>();
        List<String> values = new ArrayList<>();
        try {
            CsvSeriesReader.Summary summary = reader(mapping, limits).read(file, chunk -> {
                for (int row = 0; row < chunk.size(); row++) {
                    starts.add(Instant.ofEpochSecond(chunk.start(row) / 1_000_000));
                    knownAts.add(Instant.ofEpochSecond(chunk.knownAt(row) / 1_000_000));
                    values.add(BigDecimal.valueOf(chunk.unscaled(0, row), chunk.scale(0, row))
                            .toPlainString());
                }
            });
            return new Reading(summary, starts, knownAts, values);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ImportRefusedException refusal(CsvMapping mapping, InputStream file) {
        return refusal(mapping, file, ImportLimits.DEFAULT);
    }

    private static ImportRefusedException refusal(CsvMapping mapping, InputStream file, ImportLimits limits) {
        return catchThrowableOfType(ImportRefusedException.class, () -> read(mapping, file, limits));
    }

    private static List<ImportErrorCode> codes(CsvMapping mapping, String csv) {
        return codes(mapping, csv.getBytes(StandardCharsets.UTF_8));
    }

    private static List<ImportErrorCode> codes(CsvMapping mapping, byte[] file) {
        return refusal(mapping, new ByteArrayInputStream(file)).findings().stream()
                .map(ImportFinding::code)
                .toList();
    }

    private static String csv(List<String> times) {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < times.size(); i++) {
            csv.append(times.get(i)).append(',').append(i).append('\n');
        }
        return csv.toString();
    }

    private static InputStream stream(String csv) {
        return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** A header and then a line of digits that goes on and on. */
    private static final class Endless extends InputStream {
        private final byte[] header;
        private final long length;
        private long given;

        Endless(String header, long length) {
            this.header = header.getBytes(StandardCharsets.UTF_8);
            this.length = length;
        }

        @Override
        public int read() {
            if (given >= length) {
                return -1;
            }
            return given < header.length ? header[(int) given++] : '0' + (int) (given++ % 10);
        }

        @Override
        public int read(byte[] target, int offset, int wanted) {
            int count = 0;
            for (int next = 0; count < wanted && next >= 0; ) {
                next = read();
                if (next >= 0) {
                    target[offset + count++] = (byte) next;
                }
            }
            return count == 0 ? -1 : count;
        }
    }
}
