package energy.optibid.market.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.optibid.market.FileReport;
import energy.optibid.market.ImportErrorCode;
import energy.optibid.market.ImportRefusedException;
import energy.optibid.market.PriceFileKind;
import energy.optibid.market.QuarantinedRow;
import energy.optibid.market.internal.rows.ImportLimits;
import energy.optibid.platform.Actor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Files of operators, made after their descriptions since none of theirs was at hand, on the days on which the clock changes; and
 * what somebody broke of each kind.
 */
class OperatorFilesIT {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);
    private static final ImportLimits SMALL = new ImportLimits(8 * 1024, 1 << 20, 10_000, 100);
    private static final long SEED = 20261127;

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = MarketPostgres.shared().connect();
    }

    @AfterEach
    void close() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void ercotShouldHaveTheRepeatedHourByItsFlag() throws SQLException {
        FileReport report = load(PriceFileKind.ERCOT_SETTLEMENT_POINT_PRICES, ercot());

        assertThat(report.file().rowsRead())
                .as("rows of settlement points that are no zones are left out")
                .isEqualTo(30);
        assertThat(prices("ERCOT_HB_NORTH"))
                .hasSize(25)
                .containsEntry("2024-11-03T05:00:00Z", "1")
                .containsEntry("2024-11-03T06:00:00Z", "2")
                .containsEntry("2024-11-03T07:00:00Z", "2.5")
                .containsEntry("2024-11-03T08:00:00Z", "3")
                .containsEntry("2024-11-04T05:00:00Z", "24");
        assertThat(quarantine(report))
                .containsExactly(
                        "28 time-non-existent",
                        "29 time-non-existent",
                        "30 time-malformed",
                        "31 price-beyond-cap",
                        "32 column-count");
    }

    @Test
    void iexShouldHaveAreasAndTheWholeOfARow() throws SQLException {
        FileReport report = load(PriceFileKind.IEX_PRICES, iex());

        assertThat(prices("IN_MCP"))
                .hasSize(3)
                .containsEntry("2024-05-31T18:30:00Z", "2870.24")
                .containsEntry("2024-05-31T18:45:00Z", "2866.7");
        assertThat(prices("IN_N1")).hasSize(2).containsEntry("2024-05-31T18:45:00Z", "2900");
        assertThat(quarantine(report)).containsExactly("4 price-beyond-cap", "5 time-malformed");
    }

    @Test
    void iexShouldBeTakenPerMegawattHourWhereItIsPerKilowattHour() throws SQLException {
        load(PriceFileKind.IEX_PRICES, bytes("Date,Time Block,MCP (Rs/kWh)\n01-06-2024,00:00-00:15,2.87024\n"));

        assertThat(prices("IN_MCP")).containsEntry("2024-05-31T18:30:00Z", "2870.24");
    }

    @Test
    void caisoShouldHavePricesOfHubsAndNotTheirParts() throws SQLException {
        FileReport report = load(PriceFileKind.CAISO_LOCATIONAL_PRICES, caiso());

        assertThat(report.file().rowsRead()).isEqualTo(4);
        assertThat(prices("CAISO_NP15")).containsExactly(Map.entry("2024-06-01T07:00:00Z", "41.27"));
        assertThat(prices("CAISO_SP15")).containsExactly(Map.entry("2024-06-01T07:00:00Z", "-3.5"));
        assertThat(quarantine(report)).containsExactly("5 resolution-mismatch", "6 time-malformed");
    }

    @Test
    void answersOfCaisoWithoutDataShouldBeErrorsWithItsReason() {
        assertRefused(
                PriceFileKind.CAISO_LOCATIONAL_PRICES,
                bytes("<OASISReport><MessagePayload><RTO><name>CAISO</name><ERROR><ERR_CODE>1000</ERR_CODE>"
                        + "<ERR_DESC>No data returned for the specified selection</ERR_DESC></ERROR></RTO></MessagePayload>"
                        + "</OASISReport>"),
                ImportErrorCode.DOCUMENT_ACKNOWLEDGEMENT);
        assertRefused(
                PriceFileKind.CAISO_LOCATIONAL_PRICES,
                bytes(new String(caiso(), StandardCharsets.UTF_8).replace(">DAM<", ">RTM<")),
                ImportErrorCode.DOCUMENT_UNSUPPORTED);
    }

    @Test
    void gmeShouldHaveTheHoursOfAShortDayByTheirNumbers() throws SQLException {
        FileReport report = load(PriceFileKind.GME_DAY_AHEAD_PRICES, gme());

        assertThat(prices("IT_NORD"))
                .hasSize(23)
                .containsEntry("2025-03-29T23:00:00Z", "101.5")
                .containsEntry("2025-03-30T01:00:00Z", "103.5")
                .containsEntry("2025-03-30T21:00:00Z", "123.5");
        assertThat(prices("IT_SICI")).hasSize(23);
        assertThat(quarantine(report)).containsExactly("24 time-malformed");
    }

    @ParameterizedTest
    @EnumSource
    void fileShouldBeTheSameZippedAndGzippedAndTwice(PriceFileKind kind) throws SQLException, IOException {
        byte[] file = sample(kind);
        FileReport plain = load(kind, file);

        for (byte[] packed : List.of(file, gzip(file), zip(file))) {
            FileReport again = load(kind, packed);
            assertThat(again.file().rowsRead()).isEqualTo(plain.file().rowsRead());
            assertThat(again.imports())
                    .hasSameSizeAs(plain.imports())
                    .allSatisfy(each -> assertThat(each.pricesStored() + each.pricesRevised())
                            .isZero());
        }
        assertThat(new FileTable(connection).newest(1).get(0).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @EnumSource
    void brokenFileShouldBeRefusedOrItsRowsTakenButNeverFailOtherwise(PriceFileKind kind)
            throws SQLException, IOException {
        List<byte[]> broken = new ArrayList<>();
        for (byte[] file : List.of(sample(kind), gzip(sample(kind)), zip(sample(kind)))) {
            for (int length = 0; length < file.length; length += 97) {
                broken.add(Arrays.copyOf(file, length));
            }
            Random random = new Random(SEED);
            for (int i = 0; i < 100; i++) {
                byte[] copy = file.clone();
                copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
                broken.add(copy);
            }
        }
        broken.add(new String(sample(kind), StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16));
        broken.add(bytes("<a/>"));
        broken.add(bytes("a,b\n1,2\n"));

        for (byte[] file : broken) {
            java.sql.Savepoint before = connection.setSavepoint();
            try {
                load(kind, file);
            } catch (ImportRefusedException e) {
                assertThat(e.findings()).isNotEmpty();
            }
            connection.rollback(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void bombShouldBeRefusedBeforeItIsUnpacked(PriceFileKind kind) throws IOException {
        byte[] zeros = new byte[64 << 20];
        Arrays.fill(zeros, (byte) ' ');
        for (byte[] bomb : List.of(gzip(zeros), zip(zeros))) {
            assertThatThrownBy(() -> load(kind, bomb)).isInstanceOf(ImportRefusedException.class);
        }
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (int i = 0; i < 200_000; i++) {
            lines.writeBytes(bytes("<a>1,2\t3</a>\n"));
        }
        assertThatThrownBy(() -> load(kind, zip(lines.toByteArray()))).isInstanceOf(ImportRefusedException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"CAISO_LOCATIONAL_PRICES", "GME_DAY_AHEAD_PRICES"})
    void entitiesShouldBeRefusedAndNothingLookedUp(PriceFileKind kind) throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listener.setSoTimeout(1);
            String root = kind == PriceFileKind.GME_DAY_AHEAD_PRICES ? "NewDataSet" : "OASISReport";
            String address = "http://127.0.0.1:" + listener.getLocalPort() + "/x";
            for (String declaration : List.of(
                    "<!DOCTYPE r [<!ENTITY x SYSTEM \"" + address + "\">]>",
                    "<!DOCTYPE r SYSTEM \"" + address + "\">",
                    "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY x \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>")) {
                assertRefused(
                        kind,
                        bytes(declaration + "<" + root + "><v>&x;</v></" + root + ">"),
                        ImportErrorCode.XML_FORBIDDEN);
            }
            assertThatThrownBy(listener::accept).isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void zipOfSeveralFilesShouldBeRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : List.of("one.csv", "two.csv")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(iex());
            }
        }

        assertRefused(PriceFileKind.IEX_PRICES, bytes.toByteArray(), ImportErrorCode.ZIP_SEVERAL_FILES);
    }

    @Test
    void fileOfWhichHardlyARowFitsShouldBeRefused() {
        byte[] file = bytes("Date,Time Block,MCP\n" + "x,y,1\n".repeat(200_001));

        assertThatThrownBy(() -> new FileLoader(connection, CLOCK, ImportLimits.DEFAULT)
                        .load(Actor.system(), PriceFileKind.IEX_PRICES, "IEX_DAM", new ByteArrayInputStream(file)))
                .isInstanceOfSatisfying(
                        ImportRefusedException.class,
                        refused -> assertThat(refused.findings().get(0).code())
                                .isEqualTo(ImportErrorCode.CSV_TOO_MANY_ROWS));
    }

    private void assertRefused(PriceFileKind kind, byte[] file, ImportErrorCode code) {
        assertThatThrownBy(() -> load(kind, file))
                .isInstanceOfSatisfying(
                        ImportRefusedException.class,
                        refused -> assertThat(refused.findings().get(0).code()).isEqualTo(code));
    }

    private FileReport load(PriceFileKind kind, byte[] file) throws SQLException {
        return new FileLoader(connection, CLOCK, SMALL)
                .load(Actor.system(), kind, kind.productCode(), new ByteArrayInputStream(file));
    }

    /** By start. */
    private Map<String, String> prices(String zone) throws SQLException {
        Map<String, String> prices = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select p.delivery_start, p.price from prices p"
                        + " join zones z on z.id = p.zone_id where z.code = '" + zone + "'")) {
            while (row.next()) {
                prices.put(
                        PriceTable.instant(row, 1).toString(),
                        row.getBigDecimal(2).stripTrailingZeros().toPlainString());
            }
        }
        return prices;
    }

    private List<String> quarantine(FileReport report) throws SQLException {
        return new FileTable(connection)
                .quarantined(report.file().id(), 0, 100).stream()
                        .map((QuarantinedRow row) -> row.line() + " " + row.code())
                        .toList();
    }

    private static byte[] sample(PriceFileKind kind) {
        return switch (kind) {
            case ENTSOE_DAY_AHEAD_PRICES -> bytes("""
                \uFEFFDateTime(UTC)\tResolutionCode\tAreaCode\tPrice[Currency/MWh]\tCurrency\tUpdateTime(UTC)
                2022-10-01 00:00:00.000\tPT60M\t10YFI-1--------U\t12.5\tEUR\t2022-09-30 15:01:14.014
                2022-10-01 01:00:00.000\tPT60M\t10YFI-1--------U\t11.5\tEUR\t2022-09-30 15:01:14.014
                """);
            case ERCOT_SETTLEMENT_POINT_PRICES -> ercot();
            case IEX_PRICES -> iex();
            case CAISO_LOCATIONAL_PRICES -> caiso();
            case GME_DAY_AHEAD_PRICES -> gme();
        };
    }

    /** The day on which the clock is put back, hour by hour, and rows that do not fit. */
    private static byte[] ercot() {
        StringBuilder text =
                new StringBuilder("DeliveryDate,HourEnding,SettlementPoint,SettlementPointPrice,DSTFlag\n");
        for (int hour = 1; hour <= 24; hour++) {
            text.append("11/03/2024,%02d:00,HB_NORTH,%d,N%n".formatted(hour, hour));
            if (hour == 2) {
                text.append("11/03/2024,02:00,HB_NORTH,2.5,Y\n");
            }
        }
        text.append("11/03/2024,01:00,AEEC,17.19,N\n");
        text.append("11/04/2024,01:00,HB_NORTH,17.19,Y\n");
        text.append("03/10/2024,03:00,HB_NORTH,17.19,N\n");
        text.append("11/04/2024,25:00,HB_NORTH,17.19,N\n");
        text.append("11/04/2024,01:00,HB_NORTH,5000.01,N\n");
        text.append("11/04/2024,01:00,HB_NORTH\n");
        return bytes(text.toString());
    }

    private static byte[] iex() {
        return bytes("""
                Date,Hour,Time Block,Purchase Bid (MW),MCV (MW),N1 (Rs/MWh),MCP (Rs/MWh)
                01-06-2024,1,00:00 - 00:15,6844.00,4701.48,2870.24,2870.24
                ,,00:15 - 00:30,6856.90,4718.20,2900,2866.70
                ,,00:30 - 00:45,6856.90,4718.20,10000.01,2866.70
                Total,,,1,2,3,4
                """);
    }

    private static byte[] caiso() {
        return bytes(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <OASISReport xmlns="http://www.caiso.com/soa/OASISReport_v1.xsd"><MessageHeader><Source>OASIS</Source></MessageHeader>
                <MessagePayload><RTO><name>CAISO</name><REPORT_ITEM><REPORT_HEADER><REPORT>PRC_LMP</REPORT><MKT_TYPE>DAM</MKT_TYPE>
                <UOM>US$/MWh</UOM></REPORT_HEADER>
                """
                        + caisoRow(
                                "LMP_PRC",
                                "TH_NP15_GEN-APND",
                                "2024-06-01T07:00:00-00:00",
                                "2024-06-01T08:00:00-00:00",
                                "41.27")
                        + caisoRow(
                                "LMP_CONG_PRC",
                                "TH_NP15_GEN-APND",
                                "2024-06-01T07:00:00-00:00",
                                "2024-06-01T08:00:00-00:00",
                                "1")
                        + caisoRow(
                                "LMP_PRC", "SOME_NODE", "2024-06-01T07:00:00-00:00", "2024-06-01T08:00:00-00:00", "1")
                        + caisoRow(
                                "LMP_PRC",
                                "TH_SP15_GEN-APND",
                                "2024-06-01T07:00:00-00:00",
                                "2024-06-01T08:00:00-00:00",
                                "-3.5")
                        + caisoRow(
                                "LMP_PRC",
                                "TH_SP15_GEN-APND",
                                "2024-06-01T08:00:00-00:00",
                                "2024-06-01T08:05:00-00:00",
                                "1")
                        + caisoRow("LMP_PRC", "TH_ZP26_GEN-APND", "yesterday", "2024-06-01T08:00:00-00:00", "1")
                        + "</REPORT_ITEM><DISCLAIMER_ITEM><DISCLAIMER>none</DISCLAIMER></DISCLAIMER_ITEM></RTO></MessagePayload></OASISReport>");
    }

    private static String caisoRow(String item, String node, String from, String to, String value) {
        return ("<REPORT_DATA><DATA_ITEM>%s</DATA_ITEM><RESOURCE_NAME>%s</RESOURCE_NAME><OPR_DATE>2024-06-01</OPR_DATE>"
                        + "<INTERVAL_NUM>1</INTERVAL_NUM><INTERVAL_START_GMT>%s</INTERVAL_START_GMT>"
                        + "<INTERVAL_END_GMT>%s</INTERVAL_END_GMT><VALUE>%s</VALUE></REPORT_DATA>")
                .formatted(item, node, from, to, value);
    }

    /** The day on which the clock is put forward, and an hour that it does not have. */
    private static byte[] gme() {
        StringBuilder text = new StringBuilder("""
                <NewDataSet><xs:schema id="NewDataSet" xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="Prezzi">\
                <xs:complexType><xs:sequence><xs:element name="Data" type="xs:string"/></xs:sequence></xs:complexType></xs:element>\
                </xs:schema>""");
        for (int hour = 1; hour <= 24; hour++) {
            text.append(("<Prezzi><Data>20250330</Data><Mercato>MGP</Mercato><Ora>%d</Ora><PUN>99,000000</PUN>"
                            + "<NORD>%d,500000</NORD><SICI>-1,25</SICI><AUST>7</AUST></Prezzi>")
                    .formatted(hour, 100 + hour));
        }
        return bytes(text + "</NewDataSet>");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(file);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(byte[] file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("file"));
            zip.write(file);
        }
        return bytes.toByteArray();
    }
}
