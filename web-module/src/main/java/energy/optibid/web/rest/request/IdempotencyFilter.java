package energy.optibid.web.rest.request;

import energy.optibid.identity.IdempotencyKeys;
import energy.optibid.identity.KeptAnswer;
import energy.optibid.identity.UsedKey;
import energy.optibid.platform.Actor;
import energy.optibid.web.rest.problem.Finding;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemException;
import energy.optibid.web.security.Caller;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Takes the {@code Idempotency-Key} of a POST before its resource runs, or gives the first answer again. The body is
 * hashed while it is read, so an import streams with a key as without.
 */
@Provider
@Priority(Priorities.USER + 100)
@ApplicationScoped
public class IdempotencyFilter implements ContainerRequestFilter {
    /** The header that carries the key. */
    public static final String HEADER = "Idempotency-Key";

    static final String REPLAY_HEADER = "Idempotent-Replay";

    private static final Pattern WELL_FORMED = Pattern.compile("[\\x21-\\x7e]{1,255}");

    @Inject
    IdempotencyKeys keys;

    @Inject
    Caller caller;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String key = request.getHeaderString(HEADER);
        boolean anonymous = request.getSecurityContext().getUserPrincipal() == null;
        if (key == null || anonymous || !request.getMethod().equals(HttpMethod.POST)) {
            return;
        }
        if (!WELL_FORMED.matcher(key).matches()) {
            String message = HEADER + " must have 1 to 255 visible ASCII characters";
            throw new ProblemException(
                    ProblemCode.INVALID_HEADER, List.of(Finding.of("invalid-value", HEADER, message, key)));
        }
        HashedBody body = new HashedBody(request.getEntityStream());
        Actor actor = caller.actor();
        Optional<UsedKey> used = keys.take(actor, key, methodPath(request));
        if (used.isPresent()) {
            request.abortWith(replay(used.get(), methodPath(request), body));
        } else {
            request.setEntityStream(body);
            request.setProperty(IdempotentRequest.PROPERTY, new IdempotentRequest(actor, key, body));
        }
    }

    static String methodPath(ContainerRequestContext request) {
        String address =
                request.getMethod() + " " + request.getUriInfo().getRequestUri().getRawPath();
        String query = request.getUriInfo().getRequestUri().getRawQuery();
        return query == null ? address : address + "?" + query;
    }

    static Response replay(UsedKey used, String methodPath, HashedBody body) throws IOException {
        KeptAnswer answer =
                used.answer().orElseThrow(() -> new ProblemException(ProblemCode.IDEMPOTENCY_KEY_IN_FLIGHT));
        if (!used.methodPath().equals(methodPath) || !body.drain().sha256().equals(answer.bodySha256())) {
            throw new ProblemException(ProblemCode.IDEMPOTENCY_KEY_REUSED);
        }
        Response.ResponseBuilder response = Response.status(answer.status()).header(REPLAY_HEADER, "true");
        answer.headers().forEach(response::header);
        return response.entity(answer.body()).build();
    }
}
