package energy.optibid.web.rest.auth;

import energy.optibid.identity.LogInOutcome;
import energy.optibid.identity.LogInOutcome.Authenticated;
import energy.optibid.identity.LogInOutcome.EnrolmentNeeded;
import energy.optibid.identity.LogInOutcome.SecondFactorNeeded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;

/** Answers to log-ins, with the cookies that belong to them. */
@ApplicationScoped
public class LogInAnswers {

    @Inject
    RefreshCookie refreshCookie;

    @Inject
    DeviceCookie deviceCookie;

    Response of(LogInOutcome outcome) {
        if (outcome instanceof Authenticated authenticated) {
            return withCookies(LogInAnswerJson.of(authenticated.access()), authenticated);
        }
        if (outcome instanceof SecondFactorNeeded needed) {
            return Response.ok(LogInAnswerJson.of("second-factor-required", needed.challenge()))
                    .build();
        }
        EnrolmentNeeded needed = (EnrolmentNeeded) outcome;
        return Response.ok(LogInAnswerJson.of("enrolment-required", needed.challenge()))
                .build();
    }

    Response withCookies(Object body, Authenticated authenticated) {
        return deviceCookie
                .addTo(Response.ok(body).cookie(refreshCookie.of(authenticated.access())), authenticated.device())
                .build();
    }
}
