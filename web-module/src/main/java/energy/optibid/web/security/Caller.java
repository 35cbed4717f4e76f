package energy.optibid.web.security;

import energy.optibid.identity.Access;
import energy.optibid.platform.Actor;
import energy.optibid.platform.Origin;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who calls, from the token that the container has verified. */
@ApplicationScoped
public class Caller {

    private static final String API_KEY_CLAIM = "key";

    @Inject
    JsonWebToken token;

    @Inject
    HttpServletRequest request;

    @Inject
    Origins origins;

    /**
     * The user behind this request.
     *
     * @throws ProblemException 401 where the token is not one of a user
     */
    public Actor actor() {
        Optional<UUID> user = id(Optional.ofNullable(token.getSubject()));
        Optional<UUID> organisation = id(claim(Access.ORGANISATION_CLAIM));
        if (user.isEmpty() || organisation.isEmpty()) {
            throw new ProblemException(ProblemCode.NOT_AUTHENTICATED);
        }
        Set<String> roles = token.getGroups();
        return new Actor(user.get(), organisation.get(), roles == null ? Set.of() : roles, origin());
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

    /** The API key that the token was given for; absent where a person logged in. */
    public Optional<UUID> apiKeyId() {
        return id(claim(API_KEY_CLAIM));
    }

    /** Where this request came from; also for callers without a token. */
    public Origin origin() {
        return origins.of(request);
    }

    private Optional<String> claim(String name) {
        Object value = token.getClaim(name);
        return Optional.ofNullable(value)
                .map(text -> text instanceof JsonString json ? json.getString() : text.toString());
    }

    private static Optional<UUID> id(Optional<String> text) {
        try {
            return text.map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
