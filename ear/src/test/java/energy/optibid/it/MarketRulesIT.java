package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What is traded by which rules, the gates, and how operators keep the rules. */
class MarketRulesIT {
    private static final String RULES = """
            {"validFrom": "%s", "timeZone": "Europe/London", "periodMinutes": 30, "currency": "GBP",
             "gateClosure": "D-1 09:50", "results": "D-1 10:00", "minPrice": -500, "maxPrice": 6000, "priceTick": 0.01,
             "quantityStepMw": 0.1, "curve": "step", "orderKinds": ["curve", "block"],
             "sources": [{"of": "periods", "verified": true, "source": "Notice 12 of 2098"},
                         {"of": "gate", "verified": true, "source": "Notice 12 of 2098"},
                         {"of": "results", "verified": true, "source": "Notice 12 of 2098"},
                         {"of": "price-range", "verified": true, "source": "Notice 12 of 2098"},
                         {"of": "price-tick", "verified": true, "source": "Notice 12 of 2098"},
                         {"of": "quantity", "verified": true, "source": "Notice 12 of 2098"},
                         {"of": "curve", "verified": true, "source": "Notice 12 of 2098"},
                         {"of": "curve-points", "verified": true, "source": "Notice 12 of 2098: as many as you like"},
                         {"of": "order-kinds", "verified": %s, "source": "Notice 12 of 2098"}]}
            """;

    @Test
    void rulesShouldBeThoseOfTheDayWhenAskedFor() {
        Api api = Api.as("viewer");

        JsonNode quarters =
                api.get("/api/v1/products/SDAC/rules?deliveryDate=2026-10-25").json();
        JsonNode hours =
                api.get("/api/v1/products/SDAC/rules?deliveryDate=2016-01-04").json();

        assertThat(quarters.at("/ruleSet/periodMinutes").asInt()).isEqualTo(15);
        assertThat(quarters.get("periods").asInt()).isEqualTo(100);
        assertThat(quarters.at("/gates/0/closes").asText()).isEqualTo("2026-10-24T10:00:00Z");
        assertThat(quarters.at("/gates/0/state").asText()).isEqualTo("closed");
        assertThat(hours.at("/ruleSet/periodMinutes").asInt()).isEqualTo(60);
        assertThat(hours.at("/ruleSet/maxPrice").asInt()).isEqualTo(3000);
        assertThat(api.get("/api/v1/products/IEX_RTM/rules?deliveryDate=2026-10-25")
                        .json()
                        .get("gates"))
                .hasSize(48);
        assertThat(code(api.get("/api/v1/products/NOPE/rules?deliveryDate=2016-01-04")))
                .isEqualTo("product-not-found");
        assertThat(code(api.get("/api/v1/products/IEX_RTM/rules?deliveryDate=2016-01-04")))
                .isEqualTo("no-rules");
    }

    @Test
    void calendarShouldTellOfEachDayItsLengthItsGatesAndWhoIsFree() {
        Api api = Api.as("viewer");
        String path = "/api/v1/products/SDAC/calendar";

        JsonNode october = api.get(path + "?zone=DE_LU&from=2026-10-03&to=2026-10-26")
                .json()
                .get("items");
        JsonNode change =
                api.get(path + "?from=2025-09-30&to=2025-10-01").json().get("items");
        JsonNode sessions = api.get("/api/v1/products/IEX_RTM/calendar?from=2026-08-15&to=2026-08-15")
                .json()
                .at("/items/0");
        JsonNode offPeak = api.get("/api/v1/products/ERCOT_DAM/calendar?from=2027-07-05&to=2027-07-05")
                .json()
                .at("/items/0/holidays");

        assertThat(october).hasSize(24);
        assertThat(october.at("/0/holidays/0/area").asText()).isEqualTo("DE");
        assertThat(october.at("/0/holidays/0/name").asText()).isNotBlank();
        assertThat(october.at("/0/holiday").asBoolean()).isTrue();
        assertThat(october.at("/0/weekend").asBoolean()).isTrue();
        assertThat(october.at("/22/hours").asInt()).isEqualTo(25);
        assertThat(october.at("/22/periods").asInt()).isEqualTo(100);
        assertThat(october.at("/22/start").asText()).isEqualTo("2026-10-24T22:00:00Z");
        assertThat(october.at("/22/closes").asText()).isEqualTo("2026-10-24T10:00:00Z");
        assertThat(october.at("/22/results").asText()).isEqualTo("2026-10-24T10:45:00Z");
        assertThat(october.at("/23/holiday").asBoolean()).isFalse();
        assertThat(change).extracting(day -> day.get("periodMinutes").asInt()).containsExactly(60, 15);
        assertThat(sessions.get("auctions").asInt()).isEqualTo(48);
        assertThat(sessions.get("lastCloses").asText()).isEqualTo("2026-08-15T17:00:00Z");
        assertThat(offPeak.toString()).contains("NERC", "Independence Day");
    }

    @Test
    void calendarShouldSayWhatIsWrongWithItsDays() {
        Api api = Api.as("viewer");
        String path = "/api/v1/products/SDAC/calendar";

        Answer long400 = api.get(path + "?from=2026-01-01&to=2027-02-04");
        Answer long401 = api.get(path + "?from=2026-01-01&to=2027-02-05");
        Answer reversed = api.get(path + "?from=1999-01-02&to=1999-01-01");

        assertThat(long400.json().get("items")).hasSize(400);
        assertThat(code(long401)).isEqualTo("invalid-parameters");
        assertThat(reversed.json().get("errors"))
                .extracting(error -> error.get("path").asText())
                .containsExactly("from", "to", "to");
        assertThat(code(api.get(path + "?from=2026-01-01"))).isEqualTo("invalid-parameters");
        assertThat(code(api.get(path + "?from=2009-12-31&to=2010-01-01"))).isEqualTo("no-rules");
        assertThat(code(api.get(path + "?zone=GB&from=2026-01-01&to=2026-01-01")))
                .isEqualTo("product-not-traded");
        assertThat(code(api.get("/api/v1/products/NOPE/calendar?from=2026-01-01&to=2026-01-01")))
                .isEqualTo("product-not-found");
    }

    @Test
    void eachNumberShouldSayWhereItComesFrom() {
        Api api = Api.as("viewer");

        JsonNode sets = api.get("/api/v1/products/SDAC/rule-sets").json().get("items");

        assertThat(api.get("/api/v1/products/SDAC").json().at("/operator/code").asText())
                .isEqualTo("SDAC");
        assertThat(sets).hasSizeGreaterThanOrEqualTo(3);
        assertThat(sets.get(0).get("verified").asBoolean()).isFalse();
        assertThat(sets.get(0).get("sources")).hasSize(9);
        assertThat(sets.get(0).at("/sources/1/of").asText()).isEqualTo("gate");
        assertThat(sets.get(0).at("/sources/1/verified").asBoolean()).isTrue();
        assertThat(code(api.get("/api/v1/products/NOPE/rule-sets"))).isEqualTo("product-not-found");
    }

    @Test
    void gatesShouldBeTheComingOnesWithTheTimeThatIsLeft() {
        JsonNode gates = Api.as("viewer").get("/api/v1/gates?ofEach=3").json().get("items");

        Instant now = Instant.now();
        assertThat(StreamSupport.stream(gates.spliterator(), false)
                        .filter(gate -> gate.get("productCode").asText().equals("SDAC")))
                .hasSize(3)
                .allSatisfy(gate -> {
                    assertThat(Instant.parse(gate.get("closes").asText())).isAfter(now.minusSeconds(60));
                    assertThat(gate.get("state").asText()).isEqualTo("open");
                    assertThat(gate.get("secondsToClosure").asLong()).isBetween(0L, 4 * 86_400L);
                });
        assertThat(gates)
                .allSatisfy(gate ->
                        assertThat(gate.get("secondsToClosure").asLong()).isNotNegative());
    }

    @Test
    void operatorsShouldAddAndEndRulesAndNobodyElse() {
        Api operator = Api.as("admin");
        String path = "/api/v1/products/N2EX/rule-sets";

        Answer forbidden = Api.as("trader").post(path, RULES.formatted("2099-01-01", true));
        Answer added = operator.post(path, RULES.formatted("2099-01-01", true));
        Answer again = operator.post(path, RULES.formatted("2099-01-01", true));
        Answer ended = operator.post(path + "/2099-01-01/end", "{\"validTo\": \"2099-07-01\"}");

        assertThat(forbidden.status()).isEqualTo(403);
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        assertThat(added.json().get("verified").asBoolean()).isTrue();
        assertThat(added.json().has("maxCurvePoints")).isFalse();
        assertThat(added.header("Location")).endsWith(path + "/2099-01-01");
        assertThat(operator.get(path + "/2099-01-01").json()).isEqualTo(ended.json());
        assertThat(code(operator.get(path + "/2099-01-02"))).isEqualTo("rule-set-not-found");
        assertThat(code(again)).isEqualTo("rule-sets-overlap");
        assertThat(ended.json().get("validTo").asText()).isEqualTo("2099-07-01");
        JsonNode sets = operator.get(path).json().get("items");
        assertThat(sets.get(0).get("validTo").asText()).isEqualTo("2099-01-01");
        assertThat(sets.get(1).get("periodMinutes").asInt()).isEqualTo(30);
        assertThat(code(operator.get("/api/v1/products/N2EX/rules?deliveryDate=2099-07-01")))
                .isEqualTo("no-rules");
        JsonNode entries = operator.get("/api/v1/audit-entries?subjectType=rule-set&limit=10")
                .json()
                .get("items");
        assertThat(StreamSupport.stream(entries.spliterator(), false)
                        .map(entry -> entry.get("action").asText()))
                .as(entries.toString())
                .contains("rule-set.add", "rule-set.end");
    }

    @Test
    void whatIsWrongWithRulesShouldBeToldAtOnceAndNothingStored() {
        Api operator = Api.as("admin");
        String path = "/api/v1/products/SDAC/rule-sets";

        Answer malformed = operator.post(
                path,
                RULES.formatted("2099-01-01", true)
                        .replace("Europe/London", "Europe/Londres")
                        .replace("D-1 09:50", "ten to ten")
                        .replace("\"periodMinutes\": 30", "\"periodMinutes\": 20"));
        Answer contradicting = operator.post(
                path,
                RULES.formatted("2099-01-01", true).replace("6000", "-600").replace("D-1 10:00", "D-1 09:00"));
        Answer late = operator.post(path, RULES.formatted("2026-01-01", true));
        Answer unknown = operator.post(path, RULES.formatted("2099-01-01", true).replace("\"block\"", "\"blocks\""));
        Answer noSuch = operator.post(path + "/2098-01-01/end", "{\"validTo\": \"2099-07-01\"}");

        assertThat(code(malformed)).isEqualTo("rules-refused");
        assertThat(malformed.json().get("errors"))
                .extracting(error -> error.get("path").asText())
                .containsExactly("timeZone", "periodMinutes", "gateClosure");
        assertThat(contradicting.json().get("errors"))
                .extracting(error -> error.get("path").asText())
                .containsExactly("maxPrice");
        assertThat(code(late)).isEqualTo("rules-in-force");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(code(noSuch)).isEqualTo("rule-set-not-found");
        assertThat(operator.get(path).json().get("items")).hasSize(3);
    }

    private static String code(Answer answer) {
        return answer.json().get("code").asText();
    }
}
