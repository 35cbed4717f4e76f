package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is said about prices, on the running product. */
class AnalyticsIT {
    private static final LocalDate FIRST = LocalDate.of(2019, 1, 7);
    private static final LocalDate LAST = LocalDate.of(2019, 4, 14);
    private static final Instant PEAK = Instant.parse("2019-04-10T16:00:00Z");
    private static final String APRIL =
            "?product=SDAC&zone=SK&zone=HU&firstDeliveryDate=2019-04-08&lastDeliveryDate=2019-04-14";

    @BeforeAll
    static void importPrices() {
        BidRuns.prices("SK", FIRST, LAST, 60, AnalyticsIT::price);
        BidRuns.prices("HU", FIRST, LAST, 60, at -> price(at).multiply(new BigDecimal("-2")));
    }

    /** The shape of every day, a little different from week to week, and one peak. */
    private static BigDecimal price(Instant at) {
        long week = at.getEpochSecond() / 604_800;
        return at.equals(PEAK) ? new BigDecimal("180") : BidRuns.shaped(at).add(BigDecimal.valueOf(week % 4));
    }

    @Test
    void marketShouldGiveMeanExtremesAndFreshnessByDay() {
        JsonNode figures = get("market" + APRIL + "&bucket=day");

        assertThat(figures.get("engine").asText()).isIn("postgresql", "clickhouse");
        assertThat(figures.get("unit").asText()).isEqualTo("EUR/MWh");
        assertThat(figures.get("timeZone").asText()).isEqualTo("Europe/Brussels");
        assertThat(figures.get("knownUntil").asText()).isEqualTo("2019-04-13T10:45:00Z");
        assertThat(figures.get("items")).hasSize(14);
        JsonNode hungary = figures.get("items").get(2);
        assertThat(hungary.get("zoneCode").asText()).isEqualTo("HU");
        assertThat(hungary.get("start").asText()).isEqualTo("2019-04-09T22:00:00Z");
        assertThat(hungary.get("periods").asInt()).isEqualTo(24);
        assertThat(hungary.get("missingMinutes").asInt()).isZero();
        JsonNode slovakia = figures.get("items").get(9);
        assertThat(slovakia.get("maxPrice").decimalValue()).isEqualByComparingTo("180");
        assertThat(slovakia.get("meanPrice").decimalValue()).isEqualByComparingTo(mean(LocalDate.of(2019, 4, 10)));
        assertThat(figures.get("zones")).hasSize(2);
    }

    private static BigDecimal mean(LocalDate day) {
        BigDecimal sum = BigDecimal.ZERO;
        Instant start = day.atStartOfDay(BidRuns.MARKET_ZONE).toInstant();
        for (int hour = 0; hour < 24; hour++) {
            sum = sum.add(price(start.plusSeconds(3600L * hour)));
        }
        return sum.divide(BigDecimal.valueOf(24), 6, RoundingMode.HALF_EVEN);
    }

    @Test
    void marketShouldCountTheHoursOfTheDayOnWhichTheClockChanges() {
        String day = "market?product=SDAC&zone=SK&firstDeliveryDate=2019-03-31&lastDeliveryDate=2019-03-31";

        JsonNode byDay = get(day);
        JsonNode byHour = get(day + "&bucket=hour");
        JsonNode byMonth = get(day + "&bucket=month");

        assertThat(byDay.get("items").get(0).get("minutes").asInt()).isEqualTo(23 * 60);
        assertThat(byHour.get("items")).hasSize(23);
        assertThat(byMonth.get("items").get(0).get("minutes").asInt()).isEqualTo(23 * 60);
    }

    @Test
    void anomaliesShouldNameThePeakAndWhy() {
        JsonNode report = get("anomalies" + APRIL + "&threshold=10");

        assertThat(report.get("judgedHours").asInt()).isEqualTo(2 * 7 * 24);
        JsonNode peak = report.get("items").get(report.get("items").size() - 1);
        assertThat(peak.get("zoneCode").asText()).isEqualTo("SK");
        assertThat(peak.get("start").asText()).isEqualTo(PEAK.toString());
        assertThat(peak.get("reason").asText())
                .startsWith("180.00 EUR/MWh on Wednesday 2019-04-10 18:00 is ")
                .contains("the median of the same hour in 8 of the 8 weeks before");
    }

    @Test
    void correlationShouldSayHowManyHoursItRestsOn() {
        JsonNode report = get(
                "correlation?product=SDAC&zone=SK&zone=HU&firstDeliveryDate=2019-02-01&lastDeliveryDate=2019-02-28");

        assertThat(report.get("zoneCodes")).hasSize(2);
        JsonNode pair = report.get("items").get(1);
        assertThat(pair.get("hours").asInt()).isEqualTo(28 * 24);
        assertThat(pair.get("correlation").decimalValue()).isEqualByComparingTo("-1");
    }

    @Test
    void kpisShouldShowPricesRunsProfitAndGates() {
        LocalDate day = LocalDate.of(2019, 2, 6);
        String run = BidRuns.run(BidRuns.battery("SK"), day, "").get("id").asText();
        assertThat(BidRuns.read(run).get("state").asText()).isEqualTo("succeeded");

        JsonNode kpis = get("kpis");

        assertThat(texts(kpis.get("latestPrices"), "zoneCode")).contains("SK", "HU", "DE_LU");
        assertThat(texts(kpis.get("runs"), "state")).contains("succeeded");
        assertThat(kpis.get("profits").get(0).get("settledRuns").asInt()).isPositive();
        assertThat(texts(kpis.get("nextGates"), "productCode"))
                .as("where there is plant")
                .contains("SDAC")
                .doesNotContain("CAISO_DA");
        JsonNode volume = get("market?product=SDAC&zone=SK&firstDeliveryDate=2019-02-06&lastDeliveryDate=2019-02-06")
                .get("items")
                .get(0);
        assertThat(volume.get("soldMwh").decimalValue()).isPositive();
        assertThat(volume.get("boughtMwh").decimalValue()).isPositive();
    }

    @Test
    void volumesAndRunsShouldBeTheOrganisationsOwn() {
        Api stranger = Users.administratorOfNewOrganisation().api();

        JsonNode kpis = stranger.get("/api/v1/analytics/kpis").json();
        JsonNode market = stranger.get("/api/v1/analytics/market"
                        + "?product=SDAC&zone=SK&firstDeliveryDate=2019-02-06&lastDeliveryDate=2019-02-06")
                .json();

        assertThat(kpis.get("runs")).isEmpty();
        assertThat(kpis.get("profits")).isEmpty();
        assertThat(kpis.get("nextGates")).as("without plant").isEmpty();
        assertThat(market.get("items").get(0).get("soldMwh").decimalValue()).isZero();
    }

    @Test
    void tablesShouldBeFilesWhenAskedFor() {
        Api api = Api.as("viewer");

        Answer csv = api.get("/api/v1/analytics/market" + APRIL + "&format=csv");
        Answer xlsx = api.get("/api/v1/analytics/correlation" + APRIL + "&format=xlsx");
        Answer anomalies = api.get("/api/v1/analytics/anomalies" + APRIL + "&threshold=10&format=csv");

        assertThat(csv.body()).startsWith("zoneCode,start,end,periods,minutes,missingMinutes,meanPrice");
        assertThat(csv.body().lines()).hasSize(15);
        assertThat(csv.header("Content-Disposition")).contains("market-figures.csv");
        assertThat(xlsx.body()).startsWith("PK");
        assertThat(anomalies.body()).contains("robust standard deviations above");
    }

    @Test
    void questionsShouldBeRefusedWhenTheyMakeNoSense() {
        Answer days = Api.as("viewer")
                .get("/api/v1/analytics/market?product=SDAC&zone=SK"
                        + "&firstDeliveryDate=2019-04-08&lastDeliveryDate=2019-04-07&bucket=week");
        Answer zone = Api.as("viewer")
                .get("/api/v1/analytics/correlation?product=SDAC&zone=GB"
                        + "&firstDeliveryDate=2019-04-08&lastDeliveryDate=2019-04-08");
        Answer search = Api.as("viewer").get("/api/v1/analytics/anomalies" + APRIL + "&threshold=0&weeks=3");
        Answer points = Api.as("viewer")
                .get("/api/v1/analytics/market?product=SDAC&zone=SK&zone=HU&bucket=hour"
                        + "&firstDeliveryDate=2014-01-01&lastDeliveryDate=2019-12-31");

        assertThat(days.json().get("code").asText()).isEqualTo("invalid-parameters");
        assertThat(zone.json().get("code").asText()).isEqualTo("product-not-traded");
        assertThat(texts(search.json().get("errors"), "path")).containsExactlyInAnyOrder("threshold", "weeks");
        assertThat(points.status()).as("4,704 hours of prices are there").isEqualTo(200);
    }

    private static JsonNode get(String path) {
        Answer answer = Api.as("viewer").get("/api/v1/analytics/" + path);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private static Set<String> texts(JsonNode items, String field) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.get(field).asText())
                .collect(Collectors.toSet());
    }
}
