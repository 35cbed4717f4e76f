package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** What the tests of bid runs share: batteries, prices, runs. */
final class BidRuns {
    static final ZoneId MARKET_ZONE = ZoneId.of("Europe/Brussels");
    private static final Set<String> FINAL = Set.of("succeeded", "failed", "cancelled");

    private BidRuns() {}

    /** A battery of 10 MW and 20 MWh, 95 % each way, one cycle a day; its id. */
    static String battery(String zone) {
        return battery(zone, "10");
    }

    static String battery(String zone, String powerMw) {
        Answer created =
                Api.as("trader").post("/api/v1/assets", """
                        {"name": "%s", "kind": "battery", "zoneCode": "%s", "battery": {"chargePowerMw": %s,
                         "dischargePowerMw": %s, "usableCapacityMwh": 20, "chargeEfficiency": 0.95,
                         "dischargeEfficiency": 0.95, "cyclesPerDay": 1}}""".formatted(UUID.randomUUID(), zone, powerMw, powerMw));
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        return created.json().get("id").asText();
    }

    /** Imports prices for the days from {@code first} to {@code last}. */
    static void prices(String zone, LocalDate first, LocalDate last, int minutes, Function<Instant, BigDecimal> price) {
        prices(Api.as("admin"), zone, first, last, minutes, price);
    }

    /** Imports prices at the server that {@code admin} calls. */
    static void prices(
            Api admin, String zone, LocalDate first, LocalDate last, int minutes, Function<Instant, BigDecimal> price) {
        StringBuilder csv = new StringBuilder("start;price\n");
        Instant end = last.plusDays(1).atStartOfDay(MARKET_ZONE).toInstant();
        for (Instant at = first.atStartOfDay(MARKET_ZONE).toInstant();
                at.isBefore(end);
                at = at.plus(Duration.ofMinutes(minutes))) {
            csv.append(at).append(';').append(price.apply(at).toPlainString()).append('\n');
        }
        Answer imported = admin.post(
                "/api/v1/market-data/imports?product=SDAC&zone=" + zone
                        + "&time=start&price=price&delimiter=" + URLEncoder.encode(";", StandardCharsets.UTF_8)
                        + "&timeZone=UTC",
                "text/csv",
                BodyPublishers.ofString(csv.toString()));
        assertThat(imported.status()).as(imported.toString()).isEqualTo(201);
    }

    /** A price that rises through the morning, falls at night, and differs from day to day. */
    static BigDecimal shaped(Instant at) {
        int hour = at.atZone(MARKET_ZONE).getHour();
        int day = at.atZone(MARKET_ZONE).getDayOfYear();
        return BigDecimal.valueOf(3_000L + (hour >= 6 && hour < 22 ? 250L * hour : 0) + 7L * (day % 7), 2);
    }

    static Answer start(String asset, LocalDate day, String more) {
        return Api.as("trader")
                .post(
                        "/api/v1/bid-runs",
                        "{\"assetId\": \"%s\", \"productCode\": \"SDAC\", \"deliveryDate\": \"%s\"%s}"
                                .formatted(asset, day, more.isEmpty() ? "" : ", " + more));
    }

    /** Starts a run and waits until it has ended. */
    static JsonNode run(String asset, LocalDate day, String more) {
        return ended(accepted(start(asset, day, more)));
    }

    static String accepted(Answer started) {
        assertThat(started.status()).as(started.toString()).isEqualTo(202);
        String id = started.json().get("id").asText();
        assertThat(started.header("Location")).endsWith("/api/v1/bid-runs/" + id);
        return id;
    }

    static JsonNode ended(String id) {
        return inState(id, FINAL);
    }

    static JsonNode inState(String id, Set<String> states) {
        return Patience.until(
                () -> read(id), run -> states.contains(run.get("state").asText()));
    }

    static JsonNode read(String id) {
        return Api.as("viewer").get("/api/v1/bid-runs/" + id).json();
    }
}
