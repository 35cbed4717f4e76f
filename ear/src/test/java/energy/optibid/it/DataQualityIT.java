package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the report says of a zone whose series were imported as badly as they come: the day of 25 hours, 2024-10-27. */
class DataQualityIT {
    private static final Instant DAY = Instant.parse("2024-10-26T22:00:00Z");
    private static final String IMPORTS =
            "/api/v1/market-data/imports?product=SDAC&zone=IT_SICI&time=time&timeZone=UTC&knownAt=known";
    private static final String QUALITY = "/api/v1/market-data/quality?product=SDAC&zone=IT_SICI";
    private static final String THAT_DAY = "&firstDeliveryDate=2024-10-27&lastDeliveryDate=2024-10-27";

    @BeforeAll
    static void importUglySeries() {
        // The second 02:00 is missing, 10:00 came the day after, and from 12:00 to 19:00 nothing moved.
        upload("&price=value", hour -> switch (hour) {
            case 3 -> "";
            case 11 -> "60,2024-10-28T09:00:00Z";
            case 13, 14, 15, 16, 17, 18, 19 -> "61.37,2024-10-26T10:45:00Z";
            default -> 20 + hour + ",2024-10-26T10:45:00Z";
        });
        // 05:00 was corrected after the delivery.
        upload("&price=value", hour -> hour == 6 ? "-40,2024-10-28T09:00:00Z" : "");
        // A load below zero, and both hours that the clock shows twice alike.
        upload(
                "&fundamental=load-forecast:value",
                hour -> (hour == 8 ? "-5" : 40_000 + (hour == 3 ? 2 : hour)) + ",2024-10-26T08:00:00Z");
        // Quarter-hours beside the hour that they are part of.
        upload(
                "&minutes=15&fundamental=load-forecast:value",
                Duration.ofMinutes(15),
                quarter -> quarter >= 41 && quarter < 44 ? "40100,2024-10-26T08:00:00Z" : "");
    }

    private static void upload(String columns, IntFunction<String> cells) {
        upload(columns, Duration.ofHours(1), cells);
    }

    private static void upload(String columns, Duration period, IntFunction<String> cells) {
        StringBuilder csv = new StringBuilder("time,value,known\n");
        for (int i = 0; i < Duration.ofHours(25).dividedBy(period); i++) {
            if (!cells.apply(i).isEmpty()) {
                csv.append(DAY.plus(period.multipliedBy(i)))
                        .append(',')
                        .append(cells.apply(i))
                        .append('\n');
            }
        }
        Answer imported = Api.as("admin").post(IMPORTS + columns, "text/csv", BodyPublishers.ofString(csv.toString()));
        assertThat(imported.status()).as(imported.toString()).isEqualTo(201);
    }

    @Test
    void everyKindShouldBeFoundWhereItIs() {
        JsonNode report = report(QUALITY + THAT_DAY);

        assertThat(report.get("timeZone").asText()).isEqualTo("Europe/Brussels");
        assertThat(report.get("frozenHours").asInt()).isEqualTo(6);
        assertThat(report.get("items")).hasSize(2);
        JsonNode price = report.get("items").get(0);
        assertThat(price.get("series").asText()).isEqualTo("price");
        assertThat(price.get("unit").asText()).isEqualTo("EUR/MWh");
        assertThat(price.get("expectedPeriods").asInt()).isEqualTo(25);
        assertThat(price.get("presentPeriods").asInt()).isEqualTo(24);
        assertThat(price.get("storedValues").asInt()).isEqualTo(25);
        assertThat(price.get("knownUntil").asText()).isEqualTo("2024-10-28T09:00:00Z");
        assertThat(findings(price))
                .containsExactly(
                        "gap 2024-10-27T01:00:00Z 2024-10-27T02:00:00Z 1",
                        "revision 2024-10-27T04:00:00Z 2024-10-27T05:00:00Z 1",
                        "late 2024-10-27T09:00:00Z 2024-10-27T10:00:00Z 1",
                        "late-correction 2024-10-27T04:00:00Z 2024-10-27T05:00:00Z 1",
                        "frozen 2024-10-27T11:00:00Z 2024-10-27T18:00:00Z 7",
                        "clock-change 2024-10-27T01:00:00Z 2024-10-27T02:00:00Z 1");
        JsonNode load = report.get("items").get(1);
        assertThat(load.get("series").asText()).isEqualTo("load-forecast");
        assertThat(load.get("unit").asText()).isEqualTo("MW");
        assertThat(load.get("minutes").toString()).isEqualTo("[15,60]");
        assertThat(findings(load))
                .containsExactly(
                        "duplicate 2024-10-27T08:15:00Z 2024-10-27T09:00:00Z 3",
                        "out-of-range 2024-10-27T06:00:00Z 2024-10-27T07:00:00Z 1",
                        "clock-change 2024-10-27T00:00:00Z 2024-10-27T02:00:00Z 2");
    }

    @Test
    void countsShouldBeOfAllFindingsHoweverFewAreListed() {
        JsonNode price = report(
                        QUALITY + "&series=price&limit=1&firstDeliveryDate=2024-10-25&lastDeliveryDate=2024-10-28")
                .get("items")
                .get(0);

        assertThat(findings(price)).filteredOn(each -> each.startsWith("gap")).hasSize(1);
        assertThat(price.get("counts")).hasSize(8);
        assertThat(price.at("/counts/0/kind").asText()).isEqualTo("gap");
        assertThat(price.at("/counts/0/findings").asInt()).isEqualTo(3);
        assertThat(price.at("/counts/0/periods").asInt()).isEqualTo(48 + 1 + 24);
        assertThat(price.get("expectedPeriods").asInt()).isEqualTo(97);
    }

    @Test
    void seriesThatNobodySentShouldBeOneGap() {
        JsonNode nothing = report(QUALITY + THAT_DAY + "&series=solar-forecast")
                .get("items")
                .get(0);

        assertThat(findings(nothing)).containsExactly("gap 2024-10-26T22:00:00Z 2024-10-27T23:00:00Z 25");
        assertThat(nothing.has("knownUntil")).isFalse();
        assertThat(report("/api/v1/market-data/quality?product=SDAC&zone=IT_SARD" + THAT_DAY)
                        .get("items"))
                .isEmpty();
    }

    @Test
    void lengthOfAFrozenRunShouldBeThatOfTheQuestion() {
        JsonNode price = report(QUALITY + THAT_DAY + "&series=price&frozenHours=8")
                .get("items")
                .get(0);

        assertThat(findings(price)).noneMatch(each -> each.startsWith("frozen"));
    }

    @Test
    void findingsShouldBeAFileWhenAskedFor() {
        Api viewer = Api.as("viewer");

        Answer csv = viewer.get(QUALITY + THAT_DAY + "&format=csv");
        Answer accepted = viewer.send(
                viewer.request(QUALITY + THAT_DAY).header("Accept", "text/csv").GET());
        Answer xlsx = viewer.get(QUALITY + THAT_DAY + "&format=xlsx");

        assertThat(csv.header("Content-Disposition")).contains("data-quality.csv");
        assertThat(csv.body().lines())
                .hasSize(10)
                .startsWith("series,kind,start,end,periods,detail")
                .contains(
                        "price,clock-change,2024-10-27T01:00:00Z,2024-10-27T02:00:00Z,1,the second 02:00 to 03:00 is missing",
                        "load-forecast,out-of-range,2024-10-27T06:00:00Z,2024-10-27T07:00:00Z,1,'-5 below 0");
        assertThat(accepted.body()).isEqualTo(csv.body());
        assertThat(xlsx.body()).startsWith("PK");
    }

    @Test
    void everythingThatIsWrongWithAQuestionShouldBeTold() {
        Api viewer = Api.as("viewer");

        Answer wrong = viewer.get(
                QUALITY + "&series=LOAD&frozenHours=0&firstDeliveryDate=2024-10-28&lastDeliveryDate=2024-10-27");
        Answer tooLong = viewer.get(QUALITY + "&firstDeliveryDate=2024-01-01&lastDeliveryDate=2025-01-01");
        Answer early = viewer.get(QUALITY + "&firstDeliveryDate=2009-12-31&lastDeliveryDate=2010-01-01");
        Answer untraded = viewer.get("/api/v1/market-data/quality?product=SDAC&zone=GB" + THAT_DAY);
        Answer nowhere = viewer.get("/api/v1/market-data/quality?product=SDAC&zone=XX" + THAT_DAY);
        Answer never = viewer.get(QUALITY + "&firstDeliveryDate=2024-02-30&lastDeliveryDate=x");

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().get("errors").findValuesAsText("path"))
                .containsExactlyInAnyOrder("series", "frozenHours", "lastDeliveryDate");
        assertThat(tooLong.json().at("/errors/0/path").asText()).isEqualTo("lastDeliveryDate");
        assertThat(code(early)).isEqualTo("no-rules");
        assertThat(code(untraded)).isEqualTo("product-not-traded");
        assertThat(code(nowhere)).isEqualTo("unknown-zone");
        assertThat(never.status()).isEqualTo(400);
    }

    private static JsonNode report(String path) {
        Answer answer = Api.as("viewer").get(path);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> findings(JsonNode series) {
        List<String> findings = new ArrayList<>();
        series.get("findings")
                .forEach(finding -> findings.add(finding.get("kind").asText() + " "
                        + finding.get("start").asText() + " "
                        + finding.get("end").asText() + " "
                        + finding.get("periods").asText()));
        return findings;
    }

    private static String code(Answer answer) {
        return answer.json().get("code").asText();
    }
}
