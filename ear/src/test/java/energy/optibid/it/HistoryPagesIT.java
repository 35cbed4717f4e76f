package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Histories by pages, by any resolution and in each form. */
class HistoryPagesIT {
    private static final String PATH = "/api/v1/market-data/history?product=SDAC&zone=SE2";
    private static final String DAYS = PATH + "&from=2031-03-29T23:00:00Z&to=2031-03-31T22:00:00Z";
    private static final int HOURS = 47;

    private final Api api = Api.as("viewer");

    /** Two days, of 23 and of 24 hours: the first hour costs 1, the second one 2. */
    @BeforeAll
    static void storePrices() {
        StringBuilder prices = new StringBuilder();
        Instant start = Instant.parse("2031-03-29T23:00:00Z");
        for (int hour = 0; hour < HOURS; hour++) {
            prices.append(hour == 0 ? "" : ", ")
                    .append("{\"start\": \"%s\", \"price\": %d}".formatted(start.plusSeconds(3_600L * hour), hour + 1));
        }
        Answer pushed = Api.as("admin").post("/api/v1/market-data/prices", """
                {"messageId": "%s", "productCode": "SDAC", "zoneCode": "SE2", "minutes": 60, "prices": [%s]}
                """.formatted(UUID.randomUUID(), prices));
        assertThat(pushed.status()).as(pushed.toString()).isEqualTo(201);
    }

    @Test
    void pagesShouldHaveEachPeriodOnce() {
        List<String> starts = new ArrayList<>();
        JsonNode page = api.get(DAYS + "&limit=10").json();
        int pages = 1;
        while (page.has("next")) {
            page.get("start").forEach(start -> starts.add(start.asText()));
            page = api.get(DAYS + "&limit=10&cursor=" + page.get("next").asText())
                    .json();
            pages++;
        }
        page.get("start").forEach(start -> starts.add(start.asText()));

        assertThat(pages).isEqualTo(5);
        assertThat(starts).hasSize(HOURS).doesNotHaveDuplicates().isSorted();
        assertThat(api.get(DAYS).json().get("start")).hasSize(HOURS);
    }

    @Test
    void daysShouldBeThoseOfTheMarket() {
        JsonNode days = api.get(DAYS + "&resolution=day").json();

        assertThat(days.get("resolution").asText()).isEqualTo("day");
        assertThat(days.get("start").toString()).isEqualTo("[\"2031-03-29T23:00:00Z\",\"2031-03-30T22:00:00Z\"]");
        assertThat(days.get("minutes").toString()).isEqualTo("[1380,1440]");
        assertThat(days.get("price").toString()).isEqualTo("[12,35.5]");
    }

    @Test
    void hoursShouldBeReadByTheQuarter() {
        JsonNode quarters = api.get(DAYS + "&resolution=quarter-hour&limit=5").json();

        assertThat(quarters.get("price").toString()).isEqualTo("[1,1,1,1,2]");
        assertThat(quarters.get("minutes").toString()).isEqualTo("[15,15,15,15,15]");
    }

    @ParameterizedTest
    @CsvSource({
        "csv, text/csv",
        "xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "arrow, application/vnd.apache.arrow.stream"
    })
    void filesShouldSayWhereTheNextPageIs(String format, String mediaType) {
        Answer first = api.get(DAYS + "&limit=40&format=" + format);

        assertThat(first.header("Content-Type")).startsWith(mediaType);
        assertThat(first.header("Link")).contains("cursor=").contains("rel=\"next\"");
        String link = first.header("Link");
        String next = link.substring(link.indexOf("/api/"), link.indexOf('>'));
        Answer second = api.get(next);
        assertThat(second.status()).as(second.toString()).isEqualTo(200);
        assertThat(second.headers().firstValue("Link")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"limit=0, limit", "limit=10001, limit", "cursor=abc, cursor", "resolution=week, resolution"})
    void questionShouldBeRefusedWhereItHasNoAnswer(String parameter, String path) {
        Answer refused = api.get(DAYS + "&" + parameter);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("errors").get(0).get("path").asText()).isEqualTo(path);
    }
}
