package energy.optibid.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

    @Test
    void versionShouldBeThatOfTheTagWhenItIsOurs() {
        assertThat(IfMatch.version("\"0\"")).isZero();
        assertThat(IfMatch.version(" \"417\" ")).isEqualTo(417);
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"3\"", "\"abc\"", "\"03\"", "\"-1\"", "\"\"", "\"99999999999\"", "\"3-gzip\""})
    void versionShouldMatchNothingWhenTagIsWeakOrNotOurs(String header) {
        assertThat(IfMatch.version(header)).isEqualTo(IfMatch.NO_VERSION);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = " ")
    void versionShouldAskForTheHeaderWhenThereIsNone(String header) {
        assertThat(catchThrowableOfType(ProblemException.class, () -> IfMatch.version(header))
                        .code())
                .isEqualTo(ProblemCode.PRECONDITION_REQUIRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "3", "\"3\", \"4\"", "\"3", "w/\"3\"", "\"3\"; drop table assets"})
    void versionShouldRefuseHeaderWhenItIsNotOneTag(String header) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> IfMatch.version(header));

        assertThat(refused.code()).isEqualTo(ProblemCode.INVALID_HEADER);
        assertThat(refused.findings()).hasSize(1);
    }
}
