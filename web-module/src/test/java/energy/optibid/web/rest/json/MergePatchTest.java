package energy.optibid.web.rest.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import energy.optibid.web.rest.problem.Finding;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergePatchTest {

    record Inner(BigDecimal powerMw, Optional<BigDecimal> cyclesPerDay) {}

    record Body(String name, Optional<Inner> inner, Optional<List<Integer>> hours) {}

    private static final Body CURRENT = new Body(
            "A",
            Optional.of(new Inner(new BigDecimal("10.500"), Optional.of(BigDecimal.ONE))),
            Optional.of(List.of(1, 2)));

    @Test
    void applyToShouldKeepWhatThePatchDoesNotName() {
        assertThat(patch("{}").applyTo(CURRENT)).isEqualTo(CURRENT);
        assertThat(patch("{\"inner\":{\"powerMw\":11}}")
                        .applyTo(CURRENT)
                        .inner()
                        .orElseThrow())
                .isEqualTo(new Inner(new BigDecimal("11"), Optional.of(BigDecimal.ONE)));
    }

    @Test
    void applyToShouldRemoveWhatIsNullAndReplaceArraysWhole() {
        Body patched =
                patch("{\"inner\":{\"cyclesPerDay\":null},\"hours\":[3]}").applyTo(CURRENT);

        assertThat(patched.inner().orElseThrow().cyclesPerDay()).isEmpty();
        assertThat(patched.hours()).contains(List.of(3));
        assertThat(patch("{\"inner\":null}").applyTo(CURRENT).inner()).isEmpty();
    }

    @Test
    void applyToShouldAddAnObjectWhenThereWasNone() {
        Body patched = patch("{\"inner\":{\"powerMw\":1,\"cyclesPerDay\":null}}")
                .applyTo(new Body("A", Optional.empty(), Optional.empty()));

        assertThat(patched.inner()).contains(new Inner(BigDecimal.ONE, Optional.empty()));
    }

    @Test
    void applyToShouldTellEveryFindingWhenResultDoesNotFit() {
        assertThat(refused("{\"name\":null,\"inner\":{\"powerMw\":\"11\",\"x\":1},\"version\":3}")
                        .findings())
                .extracting(Finding::code, Finding::path)
                .containsExactlyInAnyOrder(
                        tuple("missing-field", "name"),
                        tuple("wrong-type", "inner.powerMw"),
                        tuple("unknown-field", "inner.x"),
                        tuple("unknown-field", "version"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "3", "\"a\""})
    void applyToShouldRefuseBodyWhenItIsNoObject(String json) {
        assertThat(refused(json).code()).isEqualTo(ProblemCode.INVALID_BODY);
    }

    private static ProblemException refused(String json) {
        return catchThrowableOfType(ProblemException.class, () -> patch(json).applyTo(CURRENT));
    }

    private static MergePatch patch(String json) {
        try {
            return StrictJson.readPatch(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
