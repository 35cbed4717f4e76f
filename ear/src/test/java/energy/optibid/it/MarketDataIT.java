package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Imports good and bad, and what is read back. */
class MarketDataIT {
    private static final String IMPORTS =
            "/api/v1/market-data/imports?product=SDAC&time=time&timeZone=UTC&price=price&zone=";

    @Test
    void demoPricesShouldBeThereWhenServerHasStarted() {
        Api api = Api.as("viewer");
        Answer coverage = api.get("/api/v1/market-data/coverage?product=SDAC&zone=DE_LU");
        Answer latest = api.get("/api/v1/market-data/latest?product=SDAC&zone=DE_LU");

        assertThat(coverage.json().get("simulated").asBoolean()).isTrue();
        assertThat(coverage.json().get("firstDeliveryDate").asText()).isNotEmpty();
        assertThat(latest.json().get("unit").asText()).isEqualTo("EUR/MWh");
    }

    @Test
    void demoPricesShouldBePublishedWhenTheirDayHasNone() throws SQLException {
        Supplier<LocalDate> last = () -> LocalDate.parse(Api.as("viewer")
                .get("/api/v1/market-data/coverage?product=SDAC&zone=DE_LU")
                .json()
                .get("lastDeliveryDate")
                .asText());
        LocalDate before = last.get();
        long gone = Rows.number(
                """
                with gone as (delete from prices where delivery_start >= '%s'
                                 and product_id = (select id from products where code = 'SDAC')
                                 and zone_id = (select id from zones where code = 'DE_LU') returning 1)
                select count(*) from gone
                """.formatted(before.atStartOfDay(BidRuns.MARKET_ZONE).toInstant()));

        assertThat(gone).isGreaterThanOrEqualTo(92);
        Patience.until(last, day -> !day.isBefore(before));
    }

    @Test
    void simulationShouldBeImportableAndReadableWhenWritten() throws IOException {
        Api api = Api.as("admin");
        Answer csv = api.get("/api/v1/market-data/simulated?zone=FR&from=2026-03-29&to=2026-03-29");
        assertThat(csv.status()).isEqualTo(200);

        Answer first = api.post(IMPORTS + "FR", "text/csv", BodyPublishers.ofString(csv.body()));
        Answer again = api.post(IMPORTS + "FR", "application/gzip", BodyPublishers.ofByteArray(gzip(csv.body())));

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(first.json().get("rowsRead").asInt()).isEqualTo(92);
        assertThat(again.json().get("pricesStored").asInt()).isZero();
        assertThat(again.json().get("pricesUnchanged").asInt()).isEqualTo(92);
        String report = first.header("Location").replaceFirst("https?://[^/]+", "");
        assertThat(api.get(report).json().get("rowsRead").asInt()).isEqualTo(92);
        Answer history = api.get("/api/v1/market-data/history?product=SDAC&zone=FR"
                + "&from=2026-03-28T23:00:00Z&to=2026-03-29T22:00:00Z");
        assertThat(history.json().get("price").size()).isEqualTo(92);
        assertThat(history.json().get("start").get(0).asText()).isEqualTo("2026-03-28T23:00:00Z");
    }

    @Test
    void installedCapacityShouldBeReadAsItWasKnown() {
        String document = """
                <GL_MarketDocument xmlns="urn:iec62325.351:tc57wg16:451-6:generationloaddocument:3:0">
                  <type>A68</type><process.processType>A33</process.processType>
                  <createdDateTime>2026-01-01T00:00:00Z</createdDateTime>
                  <TimeSeries>
                    <inBiddingZone_Domain.mRID codingScheme="A01">10YSI-ELES-----O</inBiddingZone_Domain.mRID>
                    <quantity_Measure_Unit.name>MAW</quantity_Measure_Unit.name><curveType>A03</curveType>
                    <MktPSRType><psrType>B14</psrType></MktPSRType>
                    <Period>
                      <timeInterval><start>2023-12-31T23:00Z</start><end>2024-12-31T23:00Z</end></timeInterval>
                      <resolution>P1Y</resolution>
                      <Point><position>1</position><quantity>688.5</quantity></Point>
                    </Period>
                  </TimeSeries>
                </GL_MarketDocument>
                """;
        String list = "/api/v1/market-data/installed-capacities?zone=";
        Api viewer = Api.as("viewer");

        Answer stored = Api.as("admin")
                .post("/api/v1/market-data/entsoe-documents", "application/xml", BodyPublishers.ofString(document));
        Answer read = viewer.get(list + "SI&at=2024-02-29T00:00:00Z&asOf=2023-12-24T23:00:00Z");
        Answer before = viewer.get(list + "SI&at=2024-02-29T00:00:00Z&asOf=2023-12-24T22:59:59Z");

        assertThat(stored.status()).as(stored.toString()).isEqualTo(201);
        assertThat(stored.json().get("fundamentalsStored").asInt()).isEqualTo(1);
        assertThat(read.json().at("/items/0/productionType").asText()).isEqualTo("nuclear");
        assertThat(read.json().at("/items/0/capacityMw").decimalValue()).isEqualByComparingTo("688.5");
        assertThat(read.json().at("/items/0/to").asText()).isEqualTo("2024-12-31T23:00:00Z");
        assertThat(read.json().get("items").size()).isEqualTo(1);
        assertThat(before.json().get("items").size()).isZero();
        assertThat(viewer.get(list + "SI").json().get("items").size())
                .as("this year")
                .isZero();
        assertThat(viewer.get(list + "NOWHERE").json().get("code").asText()).isEqualTo("unknown-zone");
        assertThat(viewer.get("/api/v1/market-data/installed-capacities").status())
                .isEqualTo(400);
    }

    @Test
    void entsoeDocumentShouldBeStoredOrRefusedWithItsReason() throws IOException {
        Api operator = Api.as("admin");
        String path = "/api/v1/market-data/entsoe-documents";
        String document = """
                <Publication_MarketDocument xmlns="urn:iec62325.351:tc57wg16:451-3:publicationdocument:7:3">
                  <type>A44</type><createdDateTime>2026-01-01T00:00:00Z</createdDateTime>
                  <TimeSeries>
                    <in_Domain.mRID codingScheme="A01">10YSI-ELES-----O</in_Domain.mRID>
                    <out_Domain.mRID codingScheme="A01">10YSI-ELES-----O</out_Domain.mRID>
                    <contract_MarketAgreement.type>A01</contract_MarketAgreement.type>
                    <currency_Unit.name>EUR</currency_Unit.name><price_Measure_Unit.name>MWH</price_Measure_Unit.name>
                    <curveType>A03</curveType>
                    <Period>
                      <timeInterval><start>2024-03-30T23:00Z</start><end>2024-03-31T22:00Z</end></timeInterval>
                      <resolution>PT60M</resolution>
                      <Point><position>1</position><price.amount>61.37</price.amount></Point>
                      <Point><position>23</position><price.amount>-3</price.amount></Point>
                    </Period>
                  </TimeSeries>
                </Publication_MarketDocument>
                """;
        String acknowledgement = """
                <Acknowledgement_MarketDocument><createdDateTime>2026-01-01T00:00:00Z</createdDateTime>
                  <Reason><code>999</code><text>No matching data found</text></Reason>
                </Acknowledgement_MarketDocument>
                """;

        Answer stored = operator.post(path, "application/xml", BodyPublishers.ofString(document));
        Answer again = operator.post(path, "application/gzip", BodyPublishers.ofByteArray(gzip(document)));
        Answer nothing = operator.post(path, "text/xml", BodyPublishers.ofString(acknowledgement));
        Answer cut = operator.post(path, "application/xml", BodyPublishers.ofString(document.substring(0, 500)));

        assertThat(stored.status()).as(stored.toString()).isEqualTo(201);
        assertThat(stored.json().get("zoneCode").asText()).isEqualTo("SI");
        assertThat(stored.json().get("pricesStored").asInt()).isEqualTo(23);
        String report = stored.header("Location").replaceFirst("https?://[^/]+", "");
        assertThat(operator.get(report).json().get("rowsRead").asInt()).isEqualTo(23);
        assertThat(again.json().get("pricesUnchanged").asInt()).isEqualTo(23);
        assertThat(nothing.json().at("/errors/0/code").asText()).isEqualTo("document-acknowledgement");
        assertThat(nothing.json().at("/errors/0/message").asText()).contains("999: No matching data found");
        assertThat(cut.json().at("/errors/0/code").asText()).isEqualTo("xml-malformed");
        assertThat(Api.as("trader")
                        .post(path, "application/xml", BodyPublishers.ofString(document))
                        .status())
                .isEqualTo(403);
        assertThat(operator.post(path, "text/plain", BodyPublishers.ofString(document))
                        .status())
                .isEqualTo(415);
    }

    @Test
    void bulkFileShouldBeStoredZoneByZoneAndShowWhatDoesNotFit() throws IOException {
        Api operator = Api.as("admin");
        String path = "/api/v1/market-data/files";
        String file = """
                DateTime\tResolutionCode\tAreaCode\tPrice\tCurrency\tUpdateTime
                2022-10-01 00:00:00.000\tPT60M\t10YHR-HEP------M\t12.5\tEUR\t2022-09-30 15:01:14.014
                2022-10-01 00:00:00.000\tPT60M\t10YRO-TEL------P\t13.5\tEUR\t2022-09-30 15:01:14.014
                2022-10-01 00:00:00.000\tPT60M\t10YCH-SWISSGRIDZ\t14.5\tEUR\t2022-09-30 15:01:14.014
                2022-10-01 00:00:00.000\tPT15M\t10YRO-TEL------P\t15.5\tEUR\t2022-09-30 15:01:14.014
                """;

        Answer stored = operator.post(path, "application/gzip", BodyPublishers.ofByteArray(gzip(file)));
        Answer none = operator.post(path, "text/csv", BodyPublishers.ofString("start,price\n1,2\n"));

        assertThat(stored.status()).as(stored.toString()).isEqualTo(201);
        assertThat(stored.json().get("imports"))
                .extracting(each -> each.get("zoneCode").asText())
                .containsExactly("HR", "RO");
        assertThat(stored.json().at("/file/rowsQuarantined").asInt()).isEqualTo(2);
        String quarantine = stored.header("Location").replaceFirst("https?://[^/]+", "");
        Answer first = Api.as("viewer").get(quarantine + "?limit=1");
        assertThat(first.json().at("/items/0/code").asText()).isEqualTo("area-unknown");
        Answer second = Api.as("viewer")
                .get(quarantine + "?cursor=" + first.json().get("next").asText());
        assertThat(second.json().get("items"))
                .extracting(row -> row.get("line").asInt())
                .containsExactly(5);
        assertThat(operator.get(path).json().at("/items/0/rowsRead").asInt()).isEqualTo(4);
        assertThat(none.json().at("/errors/0/code").asText()).isEqualTo("column-not-found");
        assertThat(operator.get(path + "/" + java.util.UUID.randomUUID() + "/quarantine")
                        .json()
                        .get("code")
                        .asText())
                .isEqualTo("file-not-found");
    }

    @Test
    void pushedPricesShouldTakeEffectOnceAndTellWhatDoesNotFit() {
        Api operator = Api.as("admin");
        String message = """
                {"messageId": "%s", "productCode": "SDAC", "zoneCode": "PT", "minutes": 60,
                 "prices": [{"start": "2031-01-05T10:00:00Z", "price": 61.37}, {"start": "%s", "price": %s}]}
                """;
        String path = "/api/v1/market-data/prices";

        Answer first = operator.post(path, message.formatted("pushed-1", "2031-01-05T11:00:00Z", "58.02"));
        Answer again = operator.post(path, message.formatted("pushed-1", "2031-01-05T11:00:00Z", "58.02"));
        Answer beyond = operator.post(path, message.formatted("pushed-2", "2031-01-05T11:00:00Z", "58000"));
        Answer crooked = operator.post(path, message.formatted("pushed-3", "2031-01-05T11:07:00Z", "58"));
        Answer nameless = operator.post(path, message.formatted(" ", "2031-01-05T11:00:00Z", "58"));
        Answer forbidden = Api.as("trader").post(path, message.formatted("pushed-4", "2031-01-05T11:00:00Z", "58"));

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(first.json().get("pricesStored").asInt()).isEqualTo(2);
        String report = first.header("Location").replaceFirst("https?://[^/]+", "");
        assertThat(operator.get(report).json().get("rowsRead").asInt()).isEqualTo(2);
        assertThat(again.status()).isEqualTo(204);
        assertThat(beyond.json().at("/errors/0/code").asText()).isEqualTo("price-beyond-cap");
        assertThat(beyond.json().at("/errors/0/path").asText()).isEqualTo("prices[1]");
        assertThat(crooked.json().at("/errors/0/code").asText()).isEqualTo("time-off-grid");
        assertThat(nameless.json().at("/errors/0/path").asText()).isEqualTo("messageId");
        assertThat(forbidden.status()).isEqualTo(403);
        assertThat(operator.get("/api/v1/market-data/latest?product=SDAC&zone=PT")
                        .json()
                        .get("price")
                        .asText())
                .isEqualTo("58.02");
    }

    @Test
    void historyShouldBeSentAgainOnlyWhenAPriceHasChanged() {
        Api api = Api.as("viewer");
        String path = "/api/v1/market-data/history?product=SDAC&zone=SE1"
                + "&from=2031-01-05T00:00:00Z&to=2031-01-06T00:00:00Z";
        push("SE1", 40);
        Answer first = api.get(path);
        String tag = first.header("ETag");

        Answer unchanged = unless(api, path, tag);
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
        assertThat(unchanged.header("ETag")).isEqualTo(tag);
        assertThat(unless(api, path + "&format=csv", tag).status())
                .as("another form")
                .isEqualTo(200);

        assertThat(unless(api, path, "nonsense").status()).as("no tag").isEqualTo(200);
        assertThat(unless(api, path, "\"another\", W/" + tag).status())
                .as("one of several")
                .isEqualTo(304);
        push("SE1", 40);
        assertThat(unless(api, path, tag).status()).as("the same price again").isEqualTo(304);
        push("SE1", 41);
        Answer changed = unless(api, path, tag);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().get("price").toString()).isEqualTo("[41]");
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
    }

    private static void push(String zone, int price) {
        Answer pushed =
                Api.as("admin").post("/api/v1/market-data/prices", """
                        {"messageId": "%s", "productCode": "SDAC", "zoneCode": "%s", "minutes": 60,
                         "prices": [{"start": "2031-01-05T00:00:00Z", "price": %d}]}
                        """.formatted(UUID.randomUUID(), zone, price));
        assertThat(pushed.status()).as(pushed.toString()).isEqualTo(201);
    }

    private static Answer unless(Api api, String path, String tag) {
        return api.send(api.request(path).header("If-None-Match", tag).GET());
    }

    @Test
    void historyShouldBeCsvOrAWorkbookWhenAskedFor() {
        Api api = Api.as("viewer");
        String path = "/api/v1/market-data/history?product=SDAC&zone=DE_LU"
                + "&from=2026-11-20T00:00:00Z&to=2026-11-20T01:00:00Z";
        Answer accepted =
                api.send(api.request(path).header("Accept", "text/csv").GET());

        assertThat(accepted.header("Content-Type")).startsWith("text/csv");
        assertThat(accepted.body()).startsWith("start,minutes,price,knownAt\r\n");
        assertThat(api.get(path + "&format=csv").body()).isEqualTo(accepted.body());
        Answer workbook = api.get(path + "&format=xlsx");
        assertThat(workbook.header("Content-Type"))
                .startsWith("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(workbook.body()).startsWith("PK");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|csv-empty",
                "time,price\\n|csv-no-rows",
                "time,price\\n2026-01-01T00:00:00Z,1\\n2026-01-01T00:00:00Z,2\\n|duplicate-instant",
                "time,price\\n2026-01-01T00:00:00Z,4000.01\\n|price-beyond-cap",
                "time,price\\n2026-01-01T00:00:00Z,NaN\\n|number-malformed",
                "time,prix\\n2026-01-01T00:00:00Z,1\\n|column-not-found",
                "time,price\\n01.01.2026,1\\n|time-malformed"
            })
    void importShouldStoreNothingWhenFileIsBad(String file, String code) {
        Answer answer = refused("ES", BodyPublishers.ofString(file.replace("\\n", "\n")));

        assertThat(answer.json().get("errors").get(0).get("code").asText()).isEqualTo(code);
        Answer coverage = Api.as("admin").get("/api/v1/market-data/coverage?product=SDAC&zone=ES");
        assertThat(coverage.json().has("firstDeliveryDate")).isFalse();
    }

    @Test
    void importShouldBeRefusedWhenFileIsBinary() {
        byte[] binary = new byte[10_000];
        new Random(7).nextBytes(binary);

        assertThat(refused("ES", BodyPublishers.ofByteArray(binary))
                        .json()
                        .get("errors")
                        .get(0)
                        .get("code")
                        .asText())
                .isEqualTo("csv-not-text");
    }

    @Test
    void importShouldBeRefusedWithoutReadingOnWhenLineIsEndless() {
        byte[] start = "time,price\n".getBytes(StandardCharsets.UTF_8);
        BodyPublisher line = BodyPublishers.ofInputStream(() -> new Endless(start, 64L << 20));

        assertThat(refused("ES", line).json().get("errors").get(0).get("code").asText())
                .isEqualTo("csv-line-too-long");
    }

    @Test
    void importShouldTellEveryParameterWhenSeveralAreWrong() {
        Answer answer = Api.as("admin")
                .post(
                        "/api/v1/market-data/imports?product=SDAC&zone=ES&time=1&timeZone=Mars&delimiter=ab&fundamental=x",
                        "text/csv",
                        BodyPublishers.ofString("x"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("errors").findValuesAsText("path"))
                .containsExactlyInAnyOrder("timeZone", "delimiter", "fundamental");
    }

    private static Answer refused(String zone, BodyPublisher file) {
        Answer answer = Api.as("admin").post(IMPORTS + zone, "text/csv", file);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.json().get("code").asText()).isEqualTo("import-refused");
        return answer;
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /** A header and then one line of so many digits, never kept in memory. */
    private static final class Endless extends InputStream {
        private final byte[] start;
        private final long length;
        private long at;

        Endless(byte[] start, long length) {
            this.start = start;
            this.length = length;
        }

        @Override
        public int read() {
            long position = at++;
            if (position < start.length) {
                return start[(int) position];
            }
            return position < length ? '1' : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int count) {
            if (at < start.length || at >= length) {
                int value = read();
                buffer[offset] = (byte) value;
                return value < 0 ? -1 : 1;
            }
            Arrays.fill(buffer, offset, offset + count, (byte) '1');
            at += count;
            return count;
        }
    }
}
