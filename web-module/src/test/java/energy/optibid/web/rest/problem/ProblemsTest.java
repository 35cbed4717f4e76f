package energy.optibid.web.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.optibid.platform.ChangedField;
import energy.optibid.platform.LastChange;
import energy.optibid.platform.StaleVersionException;
import jakarta.ejb.EJBException;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    private static class AssetGoneException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AssetGoneException(String message) {
            super(message);
        }
    }

    private static final class SpecialException extends AssetGoneException {
        private static final long serialVersionUID = 1L;

        SpecialException() {
            super("special");
        }
    }

    private final Problems problems = new Problems(List.of(table -> table.add(
            AssetGoneException.class,
            ProblemCode.ASSET_NOT_FOUND,
            gone -> List.of(Finding.of("gone", "id", "It is gone")))));

    @Test
    void ofShouldTellFindingsWhenExceptionIsMapped() {
        ProblemException problem = problems.of(new AssetGoneException("no 7")).orElseThrow();

        assertThat(problem.code()).isEqualTo(ProblemCode.ASSET_NOT_FOUND);
        assertThat(problem.detail()).contains("no 7");
        assertThat(problem.findings()).extracting(Finding::code).containsExactly("gone");
    }

    @Test
    void ofShouldFindMappingWhenExceptionIsASubclassOrWrapped() {
        assertThat(problems.of(new SpecialException())).isPresent();
        assertThat(problems.of(new EJBException("wrapped", new SpecialException())))
                .map(ProblemException::code)
                .contains(ProblemCode.ASSET_NOT_FOUND);
    }

    @Test
    void ofShouldTellWhatChangedWhenVersionIsStale() {
        StaleVersionException stale = new StaleVersionException(
                "asset",
                3,
                4,
                List.of(new ChangedField("name", Optional.of("A"), Optional.of("B"))),
                Optional.of(new LastChange(Instant.parse("2026-11-22T11:00:00Z"), Optional.of("Nora Nord"))));

        ProblemException problem = problems.of(new EJBException(stale)).orElseThrow();

        assertThat(problem.code()).isEqualTo(ProblemCode.PRECONDITION_FAILED);
        assertThat(problem.detail())
                .contains("The asset is at version 4, not at 3; Nora Nord changed it at 2026-11-22T11:00:00Z");
        assertThat(problem.findings()).containsExactly(Finding.of("changed", "name", "name was A and is B", "B"));
        assertThat(problems.of(new EJBException(new OptimisticLockException("row of Hibernate"))))
                .hasValueSatisfying(lost -> assertThat(lost.getMessage()).doesNotContain("Hibernate"));
    }

    @Test
    void ofShouldBeAbsentWhenExceptionIsUnexpected() {
        assertThat(problems.of(new IllegalStateException("secret"))).isEmpty();
        assertThat(problems.of(new EJBException(new IllegalStateException("secret"))))
                .isEmpty();
    }

    @Test
    void ofShouldAskToRetryWhenTheDatabaseIsLost() {
        SQLException refused = new SQLException("Connection refused", "08001");
        Throwable wrapped = new EJBException(new IllegalStateException("no connection", refused));

        ProblemException problem = problems.of(wrapped).orElseThrow();

        assertThat(problem.code()).isEqualTo(ProblemCode.UNAVAILABLE);
        assertThat(problem.headers()).containsKey("Retry-After");
        assertThat(problems.of(new EJBException(new IllegalStateException(new SQLException("unique", "23505")))))
                .isEmpty();
    }

    @Test
    void addShouldFailWhenExceptionIsMappedTwice() {
        ProblemTable table = new ProblemTable().add(SpecialException.class, ProblemCode.FORBIDDEN);

        assertThatThrownBy(() -> table.add(SpecialException.class, ProblemCode.NOT_FOUND))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void codesShouldHaveStatusTitleAndMendWhenListed() {
        for (ProblemCode code : ProblemCode.values()) {
            assertThat(code.code())
                    .matches("[a-z]+(-[a-z]+)*")
                    .isEqualTo(code.code().toLowerCase(Locale.ROOT));
            assertThat(code.status()).isBetween(400, 599);
            assertThat(code.title()).isNotBlank().doesNotEndWith(".");
            assertThat(code.mend()).endsWith(".");
        }
    }

    @Test
    void problemShouldLeaveOutErrorsWhenThereIsNone() {
        Problem problem = Problem.of(ProblemCode.NOT_FOUND, Optional.empty(), List.of(), "/api/v1/x", "r-1");

        assertThat(problem.errors()).isEmpty();
        assertThat(problem.type()).isEqualTo("/api/docs/problems#not-found");
        assertThat(problem.status()).isEqualTo(404);
    }

    @Test
    void findingShouldCutValueWhenItIsLong() {
        Finding finding = Finding.of("x", "y", "z", "a".repeat(1000));

        assertThat(finding.value().orElseThrow()).hasSize(201).endsWith("…");
    }
}
