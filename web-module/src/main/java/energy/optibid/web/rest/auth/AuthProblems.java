package energy.optibid.web.rest.auth;

import energy.optibid.identity.ChallengeRefusedException;
import energy.optibid.identity.CodeRefusedException;
import energy.optibid.identity.LogInRefusedException;
import energy.optibid.identity.LogInThrottledException;
import energy.optibid.identity.LogInsBusyException;
import energy.optibid.identity.PasswordRefusedException;
import energy.optibid.identity.SecondFactorEnrolledException;
import energy.optibid.identity.SecondFactorMissingException;
import energy.optibid.identity.SecondFactorNeededException;
import energy.optibid.identity.SecondFactorWithoutPasswordException;
import energy.optibid.identity.UserGoneException;
import energy.optibid.web.rest.problem.Finding;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemException;
import energy.optibid.web.rest.problem.ProblemSource;
import energy.optibid.web.rest.problem.ProblemTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The exceptions of identity. */
@ApplicationScoped
public class AuthProblems implements ProblemSource {

    @Override
    public void addTo(ProblemTable table) {
        table.add(LogInRefusedException.class, ProblemCode.LOG_IN_REFUSED)
                .add(UserGoneException.class, ProblemCode.NOT_AUTHENTICATED)
                .add(PasswordRefusedException.class, ProblemCode.PASSWORD_REFUSED, AuthProblems::findings)
                .add(ChallengeRefusedException.class, ProblemCode.CHALLENGE_REFUSED)
                .add(CodeRefusedException.class, ProblemCode.CODE_REFUSED)
                .add(SecondFactorEnrolledException.class, ProblemCode.SECOND_FACTOR_ENROLLED)
                .add(SecondFactorMissingException.class, ProblemCode.SECOND_FACTOR_MISSING)
                .add(SecondFactorNeededException.class, ProblemCode.SECOND_FACTOR_NEEDED)
                .add(SecondFactorWithoutPasswordException.class, ProblemCode.SECOND_FACTOR_WITHOUT_PASSWORD)
                .addProblem(LogInThrottledException.class, AuthProblems::throttled)
                .addProblem(LogInsBusyException.class, AuthProblems::busy);
    }

    private static ProblemException throttled(LogInThrottledException throttled) {
        return new ProblemException(
                ProblemCode.LOG_IN_THROTTLED,
                ProblemCode.LOG_IN_THROTTLED.title(),
                List.of(),
                retryAfter(throttled.retryAfter()));
    }

    private static ProblemException busy(LogInsBusyException busy) {
        return new ProblemException(
                ProblemCode.LOG_INS_BUSY,
                ProblemCode.LOG_INS_BUSY.title(),
                List.of(),
                retryAfter(Duration.ofSeconds(2)));
    }

    private static Map<String, String> retryAfter(Duration wait) {
        return Map.of(
                HttpHeaders.RETRY_AFTER,
                Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
    }

    private static List<Finding> findings(PasswordRefusedException refused) {
        return refused.findings().stream()
                .map(finding -> Finding.of(finding.code(), "password", finding.message()))
                .toList();
    }
}
