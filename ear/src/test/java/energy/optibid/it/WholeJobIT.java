package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The whole job, from the log-in to the money, with everything that is optional and with nothing of it: Payara Micro runs
 * with all services, Payara Server with PostgreSQL alone.
 */
class WholeJobIT {
    private static final LocalDate DAY = LocalDate.parse("2022-09-14");

    @Test
    void jobShouldEndWithMoneyWithEveryServiceAndWithNone() {
        boolean micro = "micro".equals(System.getProperty("optibid.form"));
        Map<String, String> expected = new TreeMap<>(Map.of("postgresql", "available"));
        for (String service : new String[] {"clickhouse", "entsoe", "kafka", "mlflow", "redis"}) {
            expected.put(service, micro ? "available" : "off");
        }
        // Another test of this server may just have brought one back.
        Patience.until(WholeJobIT::services, expected::equals);

        BidRuns.prices("BG", DAY.minusDays(14), DAY, 60, BidRuns::shaped);
        JsonNode run = BidRuns.run(BidRuns.battery("BG"), DAY, "");

        assertThat(run.get("state").asText()).as(run.toString()).isEqualTo("succeeded");
        assertThat(run.get("bids")).isNotEmpty();
        assertThat(run.get("money").get("profit").decimalValue()).isPositive();
        JsonNode sold = Patience.until(
                WholeJobIT::marketOfTheDay,
                answer -> answer.get("engine").asText().equals(micro ? "clickhouse" : "postgresql"));
        assertThat(sold.get("items").get(0).get("soldMwh").decimalValue()).isPositive();
        assertThat(services()).as("throughout").isEqualTo(expected);
    }

    private static JsonNode marketOfTheDay() {
        return Api.as("viewer")
                .get("/api/v1/analytics/market?product=SDAC&zone=BG&firstDeliveryDate=" + DAY + "&lastDeliveryDate="
                        + DAY)
                .json();
    }

    private static Map<String, String> services() {
        Map<String, String> states = new TreeMap<>();
        Api.as("admin")
                .get("/api/v1/health")
                .json()
                .get("detail")
                .get("services")
                .forEach(service -> states.put(
                        service.get("name").asText(), service.get("state").asText()));
        return states;
    }
}
