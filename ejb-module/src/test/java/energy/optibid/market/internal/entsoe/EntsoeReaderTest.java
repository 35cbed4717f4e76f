package energy.optibid.market.internal.entsoe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import energy.optibid.market.ImportErrorCode;
import energy.optibid.market.ImportFinding;
import energy.optibid.market.ImportRefusedException;
import energy.optibid.market.SdacRules;
import energy.optibid.market.internal.rows.ImportLimits;
import energy.optibid.market.internal.rows.RowChunk;
import energy.optibid.market.internal.rows.SeriesRows;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Curves, auctions, and documents that somebody broke or laid a trap in. */
class EntsoeReaderTest {
    private static final ImportLimits LIMITS = new ImportLimits(4_096, 1 << 20, 10_000, 100);
    private static final String BEGINNING = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Publication_MarketDocument xmlns="urn:iec62325.351:tc57wg16:451-3:publicationdocument:7:3">
              <type>A44</type>
              <createdDateTime>2026-01-01T00:00:00Z</createdDateTime>
            """;
    private static final String END = "</Publication_MarketDocument>\n";
    private static final String DOCUMENT = BEGINNING + "%s" + END;
    private static final String SERIES = """
            <TimeSeries>
              <in_Domain.mRID codingScheme="A01">10YNL----------L</in_Domain.mRID>
              <out_Domain.mRID codingScheme="A01">10YNL----------L</out_Domain.mRID>
              <contract_MarketAgreement.type>A01</contract_MarketAgreement.type>
              <currency_Unit.name>EUR</currency_Unit.name>
              <price_Measure_Unit.name>MWH</price_Measure_Unit.name>
              <curveType>A03</curveType>
              <Period>
                <timeInterval><start>2024-03-30T23:00Z</start><end>2024-03-31T22:00Z</end></timeInterval>
                <resolution>PT60M</resolution>
                <Point><position>1</position><price.amount>10.5</price.amount></Point>
                <Point><position>22</position><price.amount>-3</price.amount></Point>
              </Period>
            </TimeSeries>
            """;

    private static final String PRICES = BEGINNING + SERIES + END;
    private static final String CAPACITIES = """
            <?xml version="1.0" encoding="UTF-8"?>
            <GL_MarketDocument xmlns="urn:iec62325.351:tc57wg16:451-6:generationloaddocument:3:0">
              <type>A68</type>
              <process.processType>A33</process.processType>
              <createdDateTime>2026-01-01T00:00:00Z</createdDateTime>
              <TimeSeries>
                <inBiddingZone_Domain.mRID codingScheme="A01">10YNL----------L</inBiddingZone_Domain.mRID>
                <quantity_Measure_Unit.name>MAW</quantity_Measure_Unit.name>
                <curveType>A03</curveType>
                <MktPSRType><psrType>B16</psrType></MktPSRType>
                <Period>
                  <timeInterval><start>2023-12-31T23:00Z</start><end>2024-12-31T23:00Z</end></timeInterval>
                  <resolution>P1Y</resolution>
                  <Point><position>1</position><quantity>24316.5</quantity></Point>
                </Period>
              </TimeSeries>
            </GL_MarketDocument>
            """;

    @Test
    void missingPositionsShouldHaveTheValueBeforeWhenTheCurveIsA03() {
        List<String> rows = rows(read(SERIES));

        assertThat(rows).hasSize(23);
        assertThat(rows.get(20)).isEqualTo("2024-03-31T19:00:00Z 60 105e-1");
        assertThat(rows.get(21)).isEqualTo("2024-03-31T20:00:00Z 60 -3e-0");
        assertThat(rows.get(22)).isEqualTo("2024-03-31T21:00:00Z 60 -3e-0");
    }

    @Test
    void missingPositionsShouldBeGapsWhenTheCurveIsA01() {
        assertThat(rows(read(SERIES.replace("A03", "A01"))))
                .containsExactly("2024-03-30T23:00:00Z 60 105e-1", "2024-03-31T20:00:00Z 60 -3e-0");
    }

    @Test
    void auctionsOfOneZoneAndDayShouldNotBeMixedUp() {
        String second = SERIES.replace("10.5", "99")
                .replace(
                        "<curveType>",
                        "<classificationSequence_AttributeInstanceComponent.position>2"
                                + "</classificationSequence_AttributeInstanceComponent.position><curveType>");

        assertThat(rows(read(SERIES + second)).get(0)).endsWith("105e-1");
        assertThat(codes(SERIES + SERIES)).containsOnly(ImportErrorCode.DUPLICATE_INSTANT);
        assertThat(codes(second)).containsExactly(ImportErrorCode.DOCUMENT_INCOMPLETE);
        assertThat(rows(new EntsoeReader(SdacRules.ALL, 2, LIMITS).read(stream(DOCUMENT.formatted(second))))
                        .get(0))
                .endsWith("99e-0");
    }

    @ParameterizedTest
    @CsvSource({
        "<out_Domain.mRID codingScheme=\"A01\">10YNL,<out_Domain.mRID codingScheme=\"A01\">10YBE,SERIES_CROSS_BORDER",
        "<contract_MarketAgreement.type>A01,<contract_MarketAgreement.type>A07,SERIES_UNSUPPORTED",
        "<currency_Unit.name>EUR,<currency_Unit.name>BGN,CURRENCY_DIFFERS",
        "<price_Measure_Unit.name>MWH,<price_Measure_Unit.name>KWH,UNIT_UNSUPPORTED",
        "PT60M,PT1M,RESOLUTION_UNSUPPORTED",
        "2024-03-31T22:00Z,2024-03-31T22:30Z,INTERVAL_MALFORMED",
        "2024-03-31T22:00Z,yesterday,INTERVAL_MALFORMED",
        "2024-03-30T23:00Z,1999-03-30T23:00Z,INTERVAL_MALFORMED",
        "<position>22,<position>24,POSITION_MALFORMED",
        "<position>22,<position>1,POSITION_MALFORMED",
        "<position>22,<position>x,POSITION_MALFORMED",
        "10.5,ten,NUMBER_MALFORMED",
        "10.5,NaN,NUMBER_MALFORMED",
        "10.5,4000.01,PRICE_BEYOND_CAP",
        "10.5,0.1234567,PRICE_TOO_FINE",
        "<position>1<,<position><,POSITION_MALFORMED"
    })
    void whatDoesNotFitShouldBeToldWithItsLine(String part, String instead, ImportErrorCode code) {
        assertThat(SERIES).contains(part);

        ImportRefusedException refused = refused(stream(DOCUMENT.formatted(SERIES.replace(part, instead))));

        assertThat(refused.findings()).extracting(ImportFinding::code).contains(code);
        assertThat(refused.findings())
                .allSatisfy(finding -> assertThat(finding.line()).isPresent());
    }

    @Test
    void capacitiesShouldBeOfEachTypeAndYear() {
        String two = CAPACITIES
                .replace("2024-12-31T23:00Z", "2026-12-31T23:00Z")
                .replace("</Period>", "<Point><position>3</position><quantity>7</quantity></Point></Period>");

        EntsoeReader.Read read = read(stream(two));

        assertThat(read.series()).isEmpty();
        assertThat(read.area()).isEqualTo("10YNL----------L");
        assertThat(read.capacities())
                .extracting(each -> each.productionType() + " " + each.from() + " " + each.to() + " "
                        + each.capacityMw() + " " + each.knownAt())
                .containsExactly(
                        "SOLAR 2023-12-31T23:00:00Z 2024-12-31T23:00:00Z 24316.5 2023-12-24T23:00:00Z",
                        "SOLAR 2024-12-31T23:00:00Z 2025-12-31T23:00:00Z 24316.5 2024-12-24T23:00:00Z",
                        "SOLAR 2025-12-31T23:00:00Z 2026-12-31T23:00:00Z 7 2025-12-24T23:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2023-12-31T21:00Z,2024-12-31T21:00Z",
        "2023-12-31T22:00Z,2024-12-31T22:00Z",
        "2024-01-01T00:00Z,2025-01-01T00:00Z",
        "2024-01-01T00:00+01:00,2025-01-01T00:00+01:00"
    })
    void yearShouldBeginAtMidnightWhereTheZoneIs(String start, String end) {
        assertThat(read(stream(CAPACITIES.replace("2023-12-31T23:00Z", start).replace("2024-12-31T23:00Z", end)))
                        .capacities())
                .hasSize(1);
    }

    @Test
    void capacityShouldBeKnownNoLaterThanItsDocument() {
        String early = CAPACITIES.replace("2026-01-01T00:00:00Z", "2023-11-30T06:07:08.123456789Z");

        assertThat(read(stream(early)).capacities().get(0).knownAt()).isEqualTo("2023-11-30T06:07:08Z");
    }

    @ParameterizedTest
    @CsvSource({
        "A33,A71,SERIES_UNSUPPORTED",
        "B16,B24,SERIES_UNSUPPORTED",
        "B16,,SERIES_UNSUPPORTED",
        "MAW,MWH,UNIT_UNSUPPORTED",
        "10YNL----------L,,AREA_DIFFERS",
        "P1Y,PT60M,RESOLUTION_UNSUPPORTED",
        "P1Y,P1M,RESOLUTION_UNSUPPORTED",
        "2024-12-31T23:00Z,2024-12-30T23:00Z,INTERVAL_MALFORMED",
        "2024-12-31T23:00Z,2023-12-31T23:00Z,INTERVAL_MALFORMED",
        "2024-12-31T23:00Z,2022-12-31T23:00Z,INTERVAL_MALFORMED",
        "2024-12-31T23:00Z,2100-12-31T23:00Z,INTERVAL_MALFORMED",
        "2024-12-31T23:00Z,+999999999-12-31T23:00Z,INTERVAL_MALFORMED",
        "2023-12-31T23:00Z,1998-12-31T23:00Z,INTERVAL_MALFORMED",
        "2023-12-31T23:00Z,-999999999-01-01T00:00+18:00,INTERVAL_MALFORMED",
        "2023-12-31T23:00Z,2023-12-31T23:30Z,INTERVAL_MALFORMED",
        "2023-12-31T23:00Z,last year,INTERVAL_MALFORMED",
        "<position>1,<position>2147483648,POSITION_MALFORMED",
        "<position>1,<position>2,POSITION_MALFORMED",
        "24316.5,-0.1,CAPACITY_NEGATIVE",
        "24316.5,Infinity,NUMBER_MALFORMED",
        "24316.5,1234567890123456789,NUMBER_MALFORMED"
    })
    void capacityThatDoesNotFitShouldBeToldWithItsLine(String part, @Nullable String instead, ImportErrorCode code) {
        assertThat(CAPACITIES).contains(part);

        ImportRefusedException refused = refused(stream(CAPACITIES.replace(part, instead == null ? "" : instead)));

        assertThat(refused.findings()).extracting(ImportFinding::code).contains(code);
        assertThat(refused.findings())
                .allSatisfy(finding -> assertThat(finding.line()).isPresent());
    }

    @Test
    void typeAndYearShouldBeThereOnce() {
        String series = CAPACITIES.substring(CAPACITIES.indexOf("<TimeSeries>"), CAPACITIES.indexOf("</GL"));
        String shifted = series.replace("T23:00Z", "T22:00Z");

        assertThat(codes(stream(CAPACITIES.replace("</GL", series + "</GL"))))
                .containsExactly(ImportErrorCode.DUPLICATE_INSTANT);
        assertThat(codes(stream(CAPACITIES.replace("</GL", shifted + "</GL"))))
                .as("the same year by another midnight")
                .containsExactly(ImportErrorCode.DUPLICATE_INSTANT);
        assertThat(codes(stream(CAPACITIES.replace(series, "")))).containsExactly(ImportErrorCode.DOCUMENT_INCOMPLETE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-999999-01-01T00:00:00Z", "+999999999-12-31T23:59:59Z", "1999-12-31T23:59:59Z", "", "now"})
    void documentShouldBeRefusedWhenItsInstantCannotBe(String created) {
        for (String document : List.of(DOCUMENT.formatted(SERIES), CAPACITIES)) {
            assertThat(codes(stream(document.replace("2026-01-01T00:00:00Z", created))))
                    .containsExactly(ImportErrorCode.DOCUMENT_INCOMPLETE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {PRICES, CAPACITIES})
    void documentShouldBeRefusedWhereverItIsCutOff(String document) {
        String whole = document.strip();
        for (int length = 0; length < whole.length(); length += 7) {
            assertThat(refused(stream(whole.substring(0, length))).findings())
                    .extracting(ImportFinding::code)
                    .contains(ImportErrorCode.XML_MALFORMED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {PRICES, CAPACITIES})
    void brokenBytesShouldBeRefusedOrReadAndNothingElse(String document) {
        byte[] whole = document.getBytes(StandardCharsets.UTF_8);
        SplittableRandom random = new SplittableRandom(7);
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] broken = whole.clone();
            for (int change = random.nextInt(1, 4); change > 0; change--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            Throwable thrown = catchThrowable(
                    () -> new EntsoeReader(SdacRules.ALL, 1, LIMITS).read(new ByteArrayInputStream(broken)));
            assertThat(thrown == null || thrown instanceof ImportRefusedException)
                    .as(() -> new String(broken, StandardCharsets.ISO_8859_1) + thrown)
                    .isTrue();
            refused += thrown == null ? 0 : 1;
        }
        assertThat(refused).isGreaterThan(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "ISO-8859-1", "US-ASCII"})
    void otherEncodingsShouldBeReadWhenTheDocumentNamesThem(String name) {
        String document = DOCUMENT.formatted(SERIES).replace("UTF-8", name);

        assertThat(rows(new EntsoeReader(SdacRules.ALL, 1, LIMITS)
                        .read(new ByteArrayInputStream(document.getBytes(Charset.forName(name))))))
                .hasSize(23);
    }

    @Test
    void textInAnotherEncodingThanItNamesShouldBeRefused() {
        byte[] latin = DOCUMENT.formatted(SERIES + "<note>Ærø</note>").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(codes(new ByteArrayInputStream(latin))).containsExactly(ImportErrorCode.XML_MALFORMED);
    }

    @Test
    void nothingShouldBeLookedUpOutsideOfTheDocument() throws IOException {
        try (ServerSocketChannel bait = ServerSocketChannel.open()) {
            bait.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            bait.configureBlocking(false);
            String at = "http://127.0.0.1:" + ((InetSocketAddress) bait.getLocalAddress()).getPort() + "/x.dtd";
            String passwords = "file:///etc/passwd";
            for (String trap : List.of(
                    "<!DOCTYPE d SYSTEM \"" + at + "\">",
                    "<!DOCTYPE d [<!ENTITY x SYSTEM \"" + at + "\">]>",
                    "<!DOCTYPE d [<!ENTITY x SYSTEM \"" + passwords + "\">]>",
                    "<!DOCTYPE d [<!ENTITY % x SYSTEM \"" + at + "\"> %x;]>",
                    "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>")) {
                String document =
                        DOCUMENT.formatted(SERIES + "<note>&x;</note>").replace("?>\n", "?>\n" + trap);
                assertThat(codes(stream(document))).as(trap).containsExactly(ImportErrorCode.XML_FORBIDDEN);
            }
            assertThat(codes(SERIES + "<note>&x;</note>")).containsExactly(ImportErrorCode.XML_MALFORMED);
            String included = "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"" + at + "\"/>";
            assertThat(rows(read(SERIES + included))).hasSize(23);
            assertThat(bait.accept()).as("a connection").isNull();
        }
    }

    @Test
    void whatWouldFillTheMemoryShouldBeRefused() throws IOException {
        assertThat(codes(SERIES + "<note>" + "x".repeat(5_000) + "</note>"))
                .containsExactly(ImportErrorCode.XML_TOO_LARGE);
        assertThat(codes(SERIES + "<note a=\"" + "x".repeat(5_000) + "\"/>"))
                .containsExactly(ImportErrorCode.XML_TOO_LARGE);
        assertThat(codes(SERIES + "<note>" + "<b>x</b>".repeat(1) + "y<!-- -->".repeat(5_000) + "</note>"))
                .containsExactly(ImportErrorCode.XML_TOO_LARGE);
        assertThat(codes("<a>".repeat(50) + "</a>".repeat(50))).containsExactly(ImportErrorCode.XML_TOO_LARGE);
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            names.append("<n").append(i).append("/>");
        }
        assertThat(codes(names.toString())).containsExactly(ImportErrorCode.XML_TOO_LARGE);
        String point = "<Point><position>23</position><price.amount>1</price.amount></Point>";
        assertThat(codes(SERIES.replace("</Period>", point.repeat(10_001) + "</Period>")))
                .containsExactly(ImportErrorCode.XML_TOO_LARGE);
        assertThat(codes(new ByteArrayInputStream(bomb()))).containsExactly(ImportErrorCode.XML_TOO_LARGE);
    }

    /** 200 MB of blanks and tags in some kilobytes. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] filler = "<x/>                                                            "
                .repeat(1_000)
                .getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write("<Publication_MarketDocument>".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 3_000; i++) {
                out.write(filler);
            }
        }
        return packed.toByteArray();
    }

    @Test
    void gzipShouldBeUnpackedAndRefusedWhenItIsCutOff() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(DOCUMENT.formatted(SERIES).getBytes(StandardCharsets.UTF_8));
        }
        byte[] whole = packed.toByteArray();

        assertThat(rows(new EntsoeReader(SdacRules.ALL, 1, LIMITS).read(new ByteArrayInputStream(whole))))
                .hasSize(23);
        assertThat(codes(new ByteArrayInputStream(Arrays.copyOf(whole, whole.length / 2))))
                .containsExactly(ImportErrorCode.GZIP_CORRUPT);
    }

    @Test
    void aNetworkThatFailsShouldNotBeTakenForABrokenDocument() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                throw new IOException("connection reset");
            }
        };
        InputStream file = new SequenceInputStream(stream(DOCUMENT.substring(0, 60)), failing);

        assertThat(catchThrowable(() -> new EntsoeReader(SdacRules.ALL, 1, LIMITS).read(file)))
                .isInstanceOf(java.io.UncheckedIOException.class);
    }

    private static EntsoeReader.Read read(String series) {
        return read(stream(DOCUMENT.formatted(series)));
    }

    private static EntsoeReader.Read read(InputStream document) {
        return new EntsoeReader(SdacRules.ALL, 1, LIMITS).read(document);
    }

    private static List<ImportErrorCode> codes(String series) {
        return codes(stream(DOCUMENT.formatted(series)));
    }

    private static List<ImportErrorCode> codes(InputStream document) {
        return refused(document).findings().stream().map(ImportFinding::code).toList();
    }

    private static ImportRefusedException refused(InputStream document) {
        Throwable thrown = catchThrowable(() -> new EntsoeReader(SdacRules.ALL, 1, LIMITS).read(document));
        assertThat(thrown).isInstanceOf(ImportRefusedException.class);
        return (ImportRefusedException) thrown;
    }

    private static List<String> rows(EntsoeReader.Read read) {
        List<String> rows = new ArrayList<>();
        for (SeriesRows series : read.series()) {
            for (RowChunk chunk : series.chunks()) {
                for (int row = 0; row < chunk.size(); row++) {
                    rows.add(Instant.ofEpochSecond(chunk.start(row) / 1_000_000) + " " + chunk.minutes(row) + " "
                            + chunk.unscaled(0, row) + "e-" + chunk.scale(0, row));
                }
            }
        }
        return rows;
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
