package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Statistics, spreads and duration curves of prices, on the running product; the figures were computed by hand. */
class StatisticsIT {
    private static final LocalDate LAST_HOURLY = LocalDate.of(2025, 9, 30);
    private static final LocalDate FIRST_QUARTERLY = LocalDate.of(2025, 10, 1);
    private static final List<String> QUARTERS = List.of("-4", "0", "8", "20");
    private static final String DAYS = "&firstDeliveryDate=2025-09-30&lastDeliveryDate=2025-10-01";
    private static final String GREECE = "?product=SDAC&zone=GR" + DAYS;
    private static final String SPREADS = "spreads?product=SDAC&zone=GR&zone=IT_SICI" + DAYS;

    @BeforeAll
    static void importPrices() {
        BidRuns.prices("GR", LAST_HOURLY, LAST_HOURLY, 60, StatisticsIT::hour);
        BidRuns.prices("GR", FIRST_QUARTERLY, FIRST_QUARTERLY, 15, StatisticsIT::quarter);
        BidRuns.prices("IT_SICI", LAST_HOURLY, LAST_HOURLY, 60, any -> new BigDecimal("20"));
    }

    /** 10 in the morning, 30 from noon on. */
    private static BigDecimal hour(Instant start) {
        return new BigDecimal(start.atZone(BidRuns.MARKET_ZONE).getHour() < 12 ? "10" : "30");
    }

    /** -4, 0, 8 and 20 in each hour. */
    private static BigDecimal quarter(Instant start) {
        return new BigDecimal(QUARTERS.get(start.atZone(BidRuns.MARKET_ZONE).getMinute() / 15));
    }

    @Test
    void statisticsShouldWeighByTimeWhenHoursAndQuarterHoursMix() {
        JsonNode prices = get("statistics" + GREECE);

        assertThat(prices.get("timeZone").asText()).isEqualTo("Europe/Brussels");
        assertThat(prices.get("unit").asText()).isEqualTo("EUR/MWh");
        assertThat(prices.get("knownUntil").asText()).isEqualTo("2025-09-30T10:45:00Z");
        assertThat(prices.has("asOf")).isFalse();
        assertThat(prices.get("periods").asInt()).isEqualTo(120);
        assertThat(prices.get("missingPeriods").asInt()).isZero();
        assertDecimals(prices, "hours 48", "meanPrice 13", "standardDeviation 11.874342", "minPrice -4", "maxPrice 30");
        assertDecimals(prices, "negativeHours 6", "negativeShare 0.125", "zeroHours 6", "zeroShare 0.125");
        assertThat(prices.get("minPriceStart").asText()).isEqualTo("2025-09-30T22:00:00Z");
        assertThat(prices.get("maxPriceStart").asText()).isEqualTo("2025-09-30T10:00:00Z");
        assertThat(prices.get("quantiles"))
                .extracting(quantile -> quantile.get("share").asText() + " "
                        + quantile.get("price").asText())
                .containsExactly("0.05 -4", "0.25 0", "0.5 10", "0.75 20", "0.95 30");
        assertDecimals(prices.get("base"), "hours 48", "meanPrice 13");
        assertDecimals(prices.get("peak"), "hours 24", "meanPrice 14.666667");
        assertDecimals(prices.get("offPeak"), "hours 24", "meanPrice 11.333333");
    }

    @Test
    void statisticsShouldBeOfWhatWasKnownWhenAskedAsOf() {
        JsonNode prices = get("statistics" + GREECE + "&asOf=2025-09-30T10:44:59Z");

        assertThat(prices.get("asOf").asText()).isEqualTo("2025-09-30T10:44:59Z");
        assertThat(prices.get("periods").asInt()).isEqualTo(24);
        assertThat(prices.get("missingPeriods").asInt()).isEqualTo(96);
        assertDecimals(prices, "meanPrice 20", "standardDeviation 10");
    }

    @Test
    void statisticsShouldCountWhatIsMissingWhenThereIsNoPrice() {
        String zone = "?product=SDAC&zone=GR&firstDeliveryDate=%1$s&lastDeliveryDate=%1$s";

        JsonNode spring = get("statistics" + zone.formatted("2017-03-26"));
        JsonNode autumn = get("statistics" + zone.formatted("2017-10-29"));
        JsonNode curve = get("duration-curve" + zone.formatted("2017-10-29"));

        assertThat(spring.get("missingPeriods").asInt()).isEqualTo(23);
        assertThat(autumn.get("missingPeriods").asInt()).isEqualTo(25);
        assertThat(spring.get("periods").asInt()).isZero();
        assertThat(spring.has("meanPrice")).isFalse();
        assertThat(spring.has("negativeShare")).isFalse();
        assertThat(spring.get("quantiles")).isEmpty();
        assertThat(curve.get("share")).isEmpty();
    }

    @Test
    void spreadsShouldBeOfCommonPeriodsAndSayWhatIsMissing() {
        JsonNode report = get(SPREADS);

        assertThat(report.get("items")).hasSize(1);
        JsonNode spread = report.get("items").get(0);
        assertThat(spread.get("zoneCode").asText()).isEqualTo("GR");
        assertThat(spread.get("otherZoneCode").asText()).isEqualTo("IT_SICI");
        assertDecimals(spread, "hours 24", "missingHours 24", "meanSpread 0", "meanAbsoluteSpread 10");
        assertDecimals(spread, "minSpread -10", "maxSpread 10", "hoursAbove 12", "hoursBelow 12", "hoursEqual 0");
        assertThat(spread.get("minSpreadStart").asText()).isEqualTo("2025-09-29T22:00:00Z");
        assertThat(spread.get("maxSpreadStart").asText()).isEqualTo("2025-09-30T10:00:00Z");
    }

    @Test
    void spreadsShouldBeToldAgainstTheReferenceWhenThereIsOne() {
        JsonNode items = get(SPREADS + "&reference=GR").get("items");

        assertThat(items).hasSize(1);
        assertThat(items.get(0).get("zoneCode").asText()).isEqualTo("IT_SICI");
        assertThat(items.get(0).get("otherZoneCode").asText()).isEqualTo("GR");
        assertThat(items.get(0).get("maxSpreadStart").asText()).isEqualTo("2025-09-29T22:00:00Z");
    }

    @Test
    void curveShouldHaveEveryPriceOrASampleWithBothEnds() {
        JsonNode exact = get("duration-curve" + GREECE + "&points=120");
        JsonNode sample = get("duration-curve" + GREECE + "&points=3");
        JsonNode hundred = get("duration-curve" + GREECE);

        assertThat(exact.get("exact").asBoolean()).isTrue();
        assertThat(exact.get("share").toString()).isEqualTo("[0.25,0.375,0.625,0.75,0.875,1]");
        assertThat(exact.get("price").toString()).isEqualTo("[30,20,10,8,0,-4]");
        assertThat(sample.get("exact").asBoolean()).isFalse();
        assertThat(sample.get("share").toString()).isEqualTo("[0,0.5,1]");
        assertThat(sample.get("price").toString()).isEqualTo("[30,10,-4]");
        assertDecimals(sample, "hours 48");
        assertThat(hundred.get("share")).hasSize(100);
    }

    @Test
    void tablesShouldBeFilesWhenAskedFor() {
        Api api = Api.as("viewer");
        String curve = "/api/v1/market-data/duration-curve" + GREECE + "&points=3";

        Answer accepted =
                api.send(api.request(curve).header("Accept", "text/csv").GET());
        Answer spreads = api.get("/api/v1/market-data/" + SPREADS + "&format=csv");
        Answer workbook = api.get("/api/v1/market-data/" + SPREADS + "&format=xlsx");

        assertThat(accepted.header("Content-Type")).startsWith("text/csv");
        assertThat(accepted.header("Content-Disposition")).contains("duration-curve.csv");
        assertThat(accepted.body()).isEqualTo("share,price\r\n0,30\r\n0.5,10\r\n1,-4\r\n");
        assertThat(api.get(curve + "&format=csv").body()).isEqualTo(accepted.body());
        assertThat(spreads.body())
                .isEqualTo("zoneCode,otherZoneCode,hours,missingHours,meanSpread,meanAbsoluteSpread,"
                        + "minSpread,minSpreadStart,maxSpread,maxSpreadStart,hoursAbove,hoursBelow,hoursEqual\r\n"
                        + "GR,IT_SICI,24,24,0,10,-10,2025-09-29T22:00:00Z,10,2025-09-30T10:00:00Z,12,12,0\r\n");
        assertThat(workbook.body()).startsWith("PK");
    }

    @Test
    void questionsShouldBeRefusedWhenTheyMakeNoSense() {
        String elevenYears = "&firstDeliveryDate=2014-01-01&lastDeliveryDate=2024-12-31";

        assertRefused("statistics?product=SDAC&zone=GR" + elevenYears, 400, "invalid-parameters", "lastDeliveryDate");
        assertRefused("statistics" + GREECE + "&asOf=yesterday&zones=GR", 400, "invalid-parameters", "asOf", "zones");
        assertRefused("statistics?product=SDAC&zone=GB" + DAYS, 422, "product-not-traded");
        assertRefused("duration-curve?product=DAS&zone=GR" + DAYS, 422, "unknown-product");
        assertRefused("duration-curve" + GREECE + "&points=1", 400, "invalid-parameters", "points");
        assertRefused("duration-curve" + GREECE + "&points=10001", 400, "invalid-parameters", "points");
        assertRefused("spreads?product=SDAC&zone=GR&zone=XX" + DAYS, 422, "unknown-zone");
        assertRefused("spreads?product=SDAC&zone=GR&zone=GR" + DAYS, 400, "invalid-parameters", "zone");
        assertRefused("spreads?product=SDAC&zone=GR&zone=" + DAYS, 400, "invalid-parameters", "zone");
        assertRefused("spreads?product=SDAC&zone=GR" + DAYS, 400, "invalid-parameters", "zone");
        assertRefused(SPREADS + "&reference=FR", 400, "invalid-parameters", "reference");
        assertRefused(
                "spreads?product=SDAC&zone=GR&zone=FR&zone=AT&firstDeliveryDate=2014-01-01&lastDeliveryDate=2023-12-31",
                422,
                "too-many-points");
    }

    private static void assertRefused(String path, int status, String code, String... paths) {
        Answer answer = Api.as("viewer").get("/api/v1/market-data/" + path);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.json().get("code").asText()).isEqualTo(code);
        assertThat(answer.json().path("errors").findValuesAsText("path")).containsExactlyInAnyOrder(paths);
    }

    /** @param fields each a name, a blank and a number */
    private static void assertDecimals(JsonNode json, String... fields) {
        for (String field : fields) {
            String[] parts = field.split(" ", -1);
            assertThat(json.get(parts[0]).decimalValue()).as(field).isEqualByComparingTo(parts[1]);
        }
    }

    private static JsonNode get(String path) {
        Answer answer = Api.as("viewer").get("/api/v1/market-data/" + path);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }
}
