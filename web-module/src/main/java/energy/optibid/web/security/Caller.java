package energy.optibid.web.security;

import energy.optibid.identity.VerifiedToken;
import energy.optibid.platform.Actor;
import energy.optibid.platform.Origin;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;

/** Who calls, from the access token that was verified. */
@ApplicationScoped
public class Caller {

    @Inject
    HttpServletRequest request;

    @Inject
    Origins origins;

    /**
     * The user behind this request.
     *
     * @throws ProblemException 401 where there is none
     */
    public Actor actor() {
        VerifiedToken token =
                TokenUser.token(request).orElseThrow(() -> new ProblemException(ProblemCode.NOT_AUTHENTICATED));
        return new Actor(token.userId(), token.organisationId(), token.roles(), origin());
    }

    /**
     * The user behind this request, who logged in: what concerns the user's own secrets is not for programs.
     *
     * @throws ProblemException 401 as above, 403 where the token was given for an API key
     */
    public Actor person() {
        Actor actor = actor();
        if (apiKeyId().isPresent()) {
            throw new ProblemException(ProblemCode.FORBIDDEN, "An API key may not do this");
        }
        return actor;
    }

    /** Whether the request has a user; only where {@code @PermitAll} lets others in too has it perhaps none. */
    public boolean isKnown() {
        return TokenUser.token(request).isPresent();
    }

    /** Whether a token was sent that was refused. */
    public boolean isRefused() {
        return TokenUser.refusal(request).isPresent();
    }

    /** The session that the token belongs to; absent where it was given to an API key, and without a token. */
    public Optional<UUID> sessionId() {
        return TokenUser.token(request).flatMap(VerifiedToken::sessionId);
    }

    /** The API key that the token was given to; absent where a person logged in, and without a token. */
    public Optional<UUID> apiKeyId() {
        return TokenUser.token(request).flatMap(VerifiedToken::apiKeyId);
    }

    /** Where this request came from; also for callers without a token. */
    public Origin origin() {
        return origins.of(request);
    }
}
