package energy.optibid.market.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import energy.optibid.market.ImportErrorCode;
import energy.optibid.market.ImportFinding;
import energy.optibid.market.ImportRefusedException;
import energy.optibid.market.ImportReport;
import energy.optibid.market.InstalledCapacity;
import energy.optibid.market.ProductionType;
import energy.optibid.market.internal.rows.ImportLimits;
import energy.optibid.platform.Actor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Each document of the test data: its rows against a reading that is slow and plain, or its error. */
class EntsoeDocumentsIT {
    private static final String DATA = System.getProperty("optibid.testdata", "");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);
    private static final String PRICES = "market_121d_day_ahead_prices_NL.xml";
    private static final String CAPACITIES = "generation_141a_installed_capacity_NL.xml";

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        assumeTrue(!DATA.isEmpty(), "the property optibid.testdata names no folder of real market data");
        connection = MarketPostgres.shared().connect();
    }

    @AfterEach
    void close() throws SQLException {
        if (connection != null) {
            connection.rollback();
            connection.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "market_121d_day_ahead_prices_NL.xml,NL,price,24",
        "load_61a_actual_total_load_NL.xml,NL,load,96",
        "load_61b_day_ahead_forecast_NL.xml,NL,load-forecast,96",
        "generation_141c_forecast_day_ahead_NL.xml,NL,generation-forecast,96",
        "generation_141d_wind_solar_forecast_NL.xml,NL,solar-forecast wind-offshore-forecast wind-onshore-forecast,288",
        "gl.load.singlepoint.xml,CZ,load,1",
        "generation_141a_installed_capacity_NL.xml,NL,installed-capacity,20"
    })
    void documentShouldBeStoredToThePoint(String file, String zone, String series, int rows)
            throws SQLException, IOException {
        ImportReport report = load(Files.readAllBytes(file(file)));

        Map<String, Sum> plain = plain(file);
        assertThat(stored()).isEqualTo(plain);
        assertThat(plain.keySet()).hasToString("[" + series.replace(" ", ", ") + "]");
        assertThat(report.zoneCode()).isEqualTo(zone);
        assertThat(report.rowsRead()).isEqualTo(rows);
        assertThat(report.pricesStored() + report.fundamentalsStored()).isEqualTo(rows);
        assertThat(plain.values().stream().mapToLong(Sum::rows).sum()).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource({
        "acknowledgement.invalidrequest.xml,DOCUMENT_ACKNOWLEDGEMENT",
        "balancing_171f_prices_of_activated_balancing_energy_DE_LU.xml,DOCUMENT_ACKNOWLEDGEMENT",
        "market_121d_intraday_prices_DE_LU.xml,DOCUMENT_ACKNOWLEDGEMENT",
        "publication.a03curvetype.xml,SERIES_CROSS_BORDER",
        "balancing.xml,DOCUMENT_UNSUPPORTED",
        "invalid.xml,DOCUMENT_UNSUPPORTED",
        "unavailability.consumption.xml,DOCUMENT_UNSUPPORTED"
    })
    void documentShouldBeRefusedWithItsReasonAndLeaveNothing(String file, ImportErrorCode code)
            throws SQLException, IOException {
        byte[] bytes = Files.readAllBytes(file(file));

        ImportRefusedException refused = catchThrowableOfType(ImportRefusedException.class, () -> load(bytes));

        assertThat(refused.findings()).extracting(ImportFinding::code).contains(code);
        assertThat(stored()).isEmpty();
        if (code == ImportErrorCode.DOCUMENT_ACKNOWLEDGEMENT) {
            assertThat(refused).hasMessageContaining("999").hasMessageContaining("No matching data found");
        }
    }

    @Test
    void everyDocumentOfTheTestDataShouldHaveAnOutcomeHere() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(DATA, "entsoe-xml"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".xml"))).hasSize(14);
        }
    }

    @Test
    void loadShouldChangeNothingWhenTheDocumentComesAgainAndReviseWhatDiffers() throws SQLException, IOException {
        byte[] bytes = Files.readAllBytes(file(PRICES));
        load(bytes);
        ImportReport again = load(bytes);
        ImportReport corrected = load(new String(bytes, StandardCharsets.UTF_8)
                .replace(">91.24<", ">91.25<")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(again.pricesUnchanged()).isEqualTo(24);
        assertThat(again.pricesStored() + again.pricesRevised()).isZero();
        assertThat(corrected.pricesRevised()).isEqualTo(1);
        assertThat(corrected.pricesUnchanged()).isEqualTo(23);
    }

    @Test
    void valuesShouldBeKnownFromWhenTheyArePublished() throws SQLException, IOException {
        load(Files.readAllBytes(file(PRICES)));
        load(Files.readAllBytes(file("load_61a_actual_total_load_NL.xml")));
        load(Files.readAllBytes(file("load_61b_day_ahead_forecast_NL.xml")));
        load(Files.readAllBytes(file("generation_141d_wind_solar_forecast_NL.xml")));

        assertThat(known("select max(known_at) from prices")).isEqualTo("2024-09-01T10:45:00Z");
        assertThat(known("select max(known_at) from fundamentals where series = 'load'"))
                .as("an hour after the last quarter-hour")
                .isEqualTo("2024-09-02T23:00:00Z");
        assertThat(known("select max(known_at) from fundamentals where series = 'load-forecast'"))
                .isEqualTo("2024-09-01T08:00:00Z");
        assertThat(known("select max(known_at) from fundamentals where series = 'solar-forecast'"))
                .isEqualTo("2024-09-01T16:00:00Z");
    }

    @Test
    void capacityOfEachTypeShouldBeThatOfTheDocument() throws SQLException, IOException {
        load(Files.readAllBytes(file(CAPACITIES)));

        Map<String, String> plain = new TreeMap<>();
        NodeList all = dom(CAPACITIES).getElementsByTagName("TimeSeries");
        for (int i = 0; i < all.getLength(); i++) {
            Element series = (Element) all.item(i);
            plain.put(
                    ProductionType.ofPsrType(text(series, "psrType"))
                            .orElseThrow()
                            .code(),
                    text(series, "quantity"));
        }
        List<InstalledCapacity> stored = capacities("2024-06-01T00:00:00Z", Optional.empty());
        assertThat(stored)
                .hasSize(20)
                .allSatisfy(each -> assertThat(plain(each.capacityMw()))
                        .isEqualTo(plain.get(each.productionType().code())))
                .allSatisfy(each -> assertThat(each.from()).isEqualTo("2023-12-31T23:00:00Z"))
                .allSatisfy(each -> assertThat(each.to()).isEqualTo("2024-12-31T23:00:00Z"))
                .allSatisfy(each ->
                        assertThat(each.knownAt()).as("a week before the year").isEqualTo("2023-12-24T23:00:00Z"));
        assertThat(capacities("2023-12-31T23:00:00Z", Optional.empty())).hasSize(20);
        assertThat(capacities("2023-12-31T22:59:59Z", Optional.empty())).isEmpty();
        assertThat(capacities("2024-12-31T23:00:00Z", Optional.empty())).isEmpty();
    }

    @Test
    void capacitiesShouldBeReadAsTheyWereKnownAndKeepTheirRevisions() throws SQLException, IOException {
        byte[] bytes = Files.readAllBytes(file(CAPACITIES));
        String june = "2024-06-01T00:00:00Z";
        load(with(bytes, "2026-05-07T10:12:21Z", "2023-11-01T08:00:00Z"));
        load(bytes);
        ImportReport again = load(bytes);
        ImportReport corrected = load(with(bytes, ">418<", ">419.5<"));
        ImportReport back = load(bytes);

        assertThat(again.fundamentalsUnchanged()).isEqualTo(20);
        assertThat(again.hasChanges()).isFalse();
        assertThat(corrected.fundamentalsRevised()).isEqualTo(1);
        assertThat(corrected.fundamentalsUnchanged()).isEqualTo(19);
        assertThat(back.fundamentalsRevised()).isEqualTo(1);
        load(with(bytes, ">418<", ">420<"));
        assertThat(known("select max(known_at) from installed_capacities where revision = 3 and capacity_mw = 420"))
                .isEqualTo("2023-12-24T23:00:00Z");
        assertThat(biomass(june, Optional.empty())).isEqualTo("420");
        assertThat(biomass(june, Optional.of(Instant.parse("2023-12-24T23:00:00Z"))))
                .isEqualTo("420");
        assertThat(biomass(june, Optional.of(Instant.parse("2023-12-24T22:59:59Z"))))
                .isEqualTo("418");
        assertThat(capacities(june, Optional.of(Instant.parse("2023-11-01T07:59:59Z"))))
                .isEmpty();
    }

    private static byte[] with(byte[] document, String part, String instead) {
        String text = new String(document, StandardCharsets.UTF_8);
        assertThat(text).containsOnlyOnce(part);
        return text.replace(part, instead).getBytes(StandardCharsets.UTF_8);
    }

    private List<InstalledCapacity> capacities(String at, Optional<Instant> asOf) throws SQLException {
        int zone = new MarketTables(connection).requireZone("NL");
        return new CapacityTable(connection, zone).inForce(Instant.parse(at), asOf);
    }

    private String biomass(String at, Optional<Instant> asOf) throws SQLException {
        return capacities(at, asOf).stream()
                .filter(each -> each.productionType() == ProductionType.BIOMASS)
                .map(each -> plain(each.capacityMw()))
                .findFirst()
                .orElseThrow();
    }

    private ImportReport load(byte[] document) throws SQLException {
        return new EntsoeLoader(connection, CLOCK, ImportLimits.DEFAULT)
                .load(Actor.system(), "SDAC", 1, new ByteArrayInputStream(document));
    }

    private record Sum(long rows, String sum) {}

    /** By series. */
    private Map<String, Sum> stored() throws SQLException {
        Map<String, Sum> sums = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select 'price', count(*), sum(price) from prices having count(*) > 0
                        union all select series, count(*), sum(value_mw) from fundamentals group by series
                        union all select 'installed-capacity', count(*), sum(capacity_mw) from installed_capacities
                                  having count(*) > 0
                        """)) {
            while (row.next()) {
                sums.put(row.getString(1), new Sum(row.getLong(2), plain(row.getBigDecimal(3))));
            }
        }
        return sums;
    }

    private Instant known(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return PriceTable.instant(row, 1);
        }
    }

    private static Path file(String name) {
        return Path.of(DATA, "entsoe-xml", name);
    }

    /** As a person would count: every position of every period, what the document leaves out filled in. */
    private static Map<String, Sum> plain(String name) throws IOException {
        Document document = dom(name);
        Map<String, List<BigDecimal>> values = new TreeMap<>();
        NodeList all = document.getElementsByTagName("TimeSeries");
        for (int i = 0; i < all.getLength(); i++) {
            Element series = (Element) all.item(i);
            values.computeIfAbsent(key(document, series), any -> new ArrayList<>())
                    .addAll(values(series));
        }
        Map<String, Sum> plain = new TreeMap<>();
        values.forEach((key, each) ->
                plain.put(key, new Sum(each.size(), plain(each.stream().reduce(BigDecimal.ZERO, BigDecimal::add)))));
        return plain;
    }

    private static Stream<BigDecimal> valuesOf(Element period, boolean filled) {
        Map<Integer, BigDecimal> points = new TreeMap<>();
        NodeList all = period.getElementsByTagName("Point");
        for (int i = 0; i < all.getLength(); i++) {
            Element point = (Element) all.item(i);
            String value =
                    text(point, "price.amount").isEmpty() ? text(point, "quantity") : text(point, "price.amount");
            points.put(Integer.valueOf(text(point, "position")), new BigDecimal(value));
        }
        if (!filled) {
            return points.values().stream();
        }
        int most = switch (text(period, "resolution")) {
            case "PT15M" -> 96;
            case "P1Y" -> 1;
            default -> 24;
        };
        return Stream.iterate(1, position -> position <= most, position -> position + 1)
                .map(position -> points.get(new TreeSet<>(points.keySet()).floor(position)));
    }

    private static List<BigDecimal> values(Element series) {
        NodeList periods = series.getElementsByTagName("Period");
        Stream<BigDecimal> values = Stream.empty();
        for (int i = 0; i < periods.getLength(); i++) {
            values = Stream.concat(
                    values,
                    valuesOf(
                            (Element) periods.item(i), text(series, "curveType").equals("A03")));
        }
        return values.toList();
    }

    private static String key(Document document, Element series) {
        Element root = document.getDocumentElement();
        return switch (text(root, "type") + " " + text(root, "process.processType") + " " + text(series, "psrType")) {
            case "A44  " -> "price";
            case "A65 A16 " -> "load";
            case "A65 A01 " -> "load-forecast";
            case "A71 A01 " -> "generation-forecast";
            case "A69 A01 B16" -> "solar-forecast";
            case "A69 A01 B18" -> "wind-offshore-forecast";
            case "A69 A01 B19" -> "wind-onshore-forecast";
            default -> text(root, "type").equals("A68") ? "installed-capacity" : "?";
        };
    }

    private static String text(Element element, String name) {
        NodeList found = element.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }

    private static Document dom(String name) throws IOException {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(file(name).toFile());
        } catch (javax.xml.parsers.ParserConfigurationException | org.xml.sax.SAXException e) {
            throw new IOException(e);
        }
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
