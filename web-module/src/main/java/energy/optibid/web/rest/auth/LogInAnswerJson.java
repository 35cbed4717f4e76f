package energy.optibid.web.rest.auth;

import energy.optibid.identity.GrantedAccess;
import energy.optibid.identity.LogInOutcome;
import java.util.Optional;

/**
 * What a log-in gives, or what it still asks for.
 *
 * @param state {@code authenticated}, {@code second-factor-required} or {@code enrolment-required}
 * @param expiresIn seconds for which the token, else the challenge, is accepted
 * @param challenge to be sent with the code that is still asked for
 */
public record LogInAnswerJson(
        String state,
        Optional<String> accessToken,
        Optional<String> tokenType,
        long expiresIn,
        Optional<UserJson> user,
        Optional<String> challenge) {

    static LogInAnswerJson of(GrantedAccess access) {
        return new LogInAnswerJson(
                "authenticated",
                Optional.of(access.accessToken()),
                Optional.of("Bearer"),
                access.validFor().toSeconds(),
                Optional.of(UserJson.of(access.user())),
                Optional.empty());
    }

    static LogInAnswerJson of(String state, LogInOutcome.Challenge challenge) {
        return new LogInAnswerJson(
                state,
                Optional.empty(),
                Optional.empty(),
                challenge.validFor().toSeconds(),
                Optional.empty(),
                Optional.of(challenge.secret()));
    }

    @Override
    public String toString() {
        return "LogInAnswerJson[" + state + "]";
    }
}
