package energy.optibid.web.rest.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import energy.optibid.web.rest.problem.Finding;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    enum Kind {
        PRICE_TAKING,
        OPPORTUNITY_CURVES
    }

    record Inner(BigDecimal powerMw, Optional<BigDecimal> cyclesPerDay) {}

    record Body(
            String name,
            Kind kind,
            Inner inner,
            Optional<UUID> id,
            Optional<LocalDate> day,
            Optional<Instant> asOf,
            Optional<Integer> count,
            Optional<Boolean> free,
            Optional<List<Inner>> more) {}

    private static final String MINIMAL = "{\"name\":\"a\",\"kind\":\"price-taking\",\"inner\":{\"powerMw\":10.50}}";

    @Test
    void readShouldBindEveryTypeWhenBodyIsComplete() {
        Body body = read("""
                {"name":"Büro","kind":"opportunity-curves","inner":{"powerMw":0.1,"cyclesPerDay":1},
                 "id":"01900000-0000-7000-8000-000000000001","day":"2026-03-29","asOf":"2026-03-28T10:59:00Z",
                 "count":3,"free":true,"more":[{"powerMw":-1}]}""");

        assertThat(body.name()).isEqualTo("Büro");
        assertThat(body.kind()).isEqualTo(Kind.OPPORTUNITY_CURVES);
        assertThat(body.inner().cyclesPerDay()).contains(BigDecimal.ONE);
        assertThat(body.day()).contains(LocalDate.of(2026, 3, 29));
        assertThat(body.asOf()).contains(Instant.parse("2026-03-28T10:59:00Z"));
        assertThat(body.count()).contains(3);
        assertThat(body.free()).contains(true);
        assertThat(body.more().orElseThrow()).containsExactly(new Inner(new BigDecimal(-1), Optional.empty()));
    }

    @Test
    void readShouldKeepDecimalsExactlyWhenTheyHaveTrailingZeros() {
        assertThat(read(MINIMAL).inner().powerMw()).isEqualTo(new BigDecimal("10.50"));
    }

    record Measured(double value) {}

    @Test
    void readShouldTakeTheNearestDoubleWhenSomethingWasMeasured() {
        assertThat(measured("0.00012345678901234567")).isEqualTo(0.00012345678901234567);
        assertThat(measured("-1e300")).isEqualTo(-1e300);
        for (String wrong : List.of("1e400", "\"1\"", "null", "true")) {
            assertThatThrownBy(() -> measured(wrong)).as(wrong).isInstanceOf(ProblemException.class);
        }
    }

    private static double measured(String value) {
        byte[] body = ("{\"value\":" + value + "}").getBytes(StandardCharsets.UTF_8);
        return StrictJson.read(body, Measured.class).value();
    }

    @Test
    void readShouldTellEveryFindingWhenSeveralAreWrong() {
        List<Finding> findings =
                findings("{\"name\":1,\"kind\":\"x\",\"inner\":{\"powerMW\":1},\"count\":1.5,\"day\":\"2026-02-30\"}");

        assertThat(findings)
                .extracting(Finding::code, Finding::path)
                .containsExactly(
                        tuple("wrong-type", "name"),
                        tuple("unknown-value", "kind"),
                        tuple("unknown-field", "inner.powerMW"),
                        tuple("missing-field", "inner.powerMw"),
                        tuple("invalid-value", "day"),
                        tuple("wrong-type", "count"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "1e-400", "1234567890123456789", "0.1234567890123456789", "1e19"})
    void readShouldRefuseNumberWhenItHasTooManyDigits(String number) {
        assertThat(findings(MINIMAL.replace("10.50", number)))
                .extracting(Finding::code)
                .containsExactly("too-many-digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "01", "1.", "0x10", "+1", "1e", "\"10"})
    void readShouldRefuseBodyWhenNumberIsNotJson(String number) {
        assertThat(refused(MINIMAL.replace("10.50", number)).code()).isEqualTo(ProblemCode.MALFORMED_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}x", "{\"name\":\"a\",\"name\":\"b\"}", "{'name':1}", "{\"a\":1,}", "// x\n{}"})
    void readShouldRefuseBodyWhenItIsNotStrictJson(String body) {
        assertThat(refused(body).code()).isEqualTo(ProblemCode.MALFORMED_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"x\"", "null", "true"})
    void readShouldRefuseBodyWhenItIsNoObject(String body) {
        assertThat(findings(body)).extracting(Finding::code).containsExactly("wrong-type");
    }

    @Test
    void readShouldRefuseBodyWhenItIsNestedTooDeeply() {
        ProblemException refused = refused("{\"name\":" + "[".repeat(50_000));

        assertThat(refused.code()).isEqualTo(ProblemCode.MALFORMED_JSON);
        assertThat(refused.detail().orElseThrow()).startsWith("At most 32 levels deep");
    }

    @Test
    void readShouldRefuseBodyWhenNumberIsEndless() {
        assertThat(refused(MINIMAL.replace("10.50", "1".repeat(100_000))).code())
                .isEqualTo(ProblemCode.MALFORMED_JSON);
    }

    @Test
    void readShouldRefuseBodyWhenItIsTooLarge() {
        byte[] body = new byte[StrictJson.MAX_BYTES + 1];
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> StrictJson.read(body, Body.class));

        assertThat(refused.code()).isEqualTo(ProblemCode.BODY_TOO_LARGE);
    }

    @Test
    void readShouldNotTellTheParsersSettingsWhenBodyIsMalformed() {
        assertThat(refused("{\"name\":NaN}").detail().orElseThrow()).doesNotContain("enable", "Feature");
    }

    @Test
    void bytesShouldLeaveOutWhatIsAbsentWhenWriting() {
        String json =
                new String(Json.bytes(new Inner(new BigDecimal("1E+3"), Optional.empty())), StandardCharsets.UTF_8);

        assertThat(json).isEqualTo("{\"powerMw\":1000}");
    }

    private static Body read(String json) {
        return StrictJson.read(json.getBytes(StandardCharsets.UTF_8), Body.class);
    }

    private static ProblemException refused(String json) {
        return catchThrowableOfType(ProblemException.class, () -> read(json));
    }

    private static List<Finding> findings(String json) {
        ProblemException refused = refused(json);
        assertThat(refused.code()).isEqualTo(ProblemCode.INVALID_BODY);
        return refused.findings();
    }
}
