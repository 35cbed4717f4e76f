package energy.optibid.web.rest.request;

import energy.optibid.identity.IdempotencyKeys;
import energy.optibid.web.rest.json.Json;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps the answer to a request that has taken an idempotency key, or gives the key back. */
@Provider
@Priority(Priorities.USER)
@ApplicationScoped
public class AnswerKeeper implements ContainerResponseFilter {
    private static final List<String> REPEATED =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG);

    /** Refusals that a repetition may mend although the body is the same. */
    private static final Set<Integer> PASSING = Set.of(401, 403, 408, 409, 413, 425, 429);

    @Inject
    IdempotencyKeys keys;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        if (!(request.getProperty(IdempotentRequest.PROPERTY) instanceof IdempotentRequest taken)) {
            return;
        }
        request.removeProperty(IdempotentRequest.PROPERTY);
        int status = response.getStatus();
        if (status >= 500 || PASSING.contains(status) || !isWhole(taken.body(), status)) {
            keys.release(taken.actor(), taken.key());
        } else {
            keys.answer(taken.actor(), taken.key(), taken.answer(status, headers(response), body(response)));
        }
    }

    /** A refused import may have left a gigabyte unread: its key is given back instead. */
    private static boolean isWhole(HashedBody body, int status) throws IOException {
        return body.isEnded() || (status < 300 && body.drain().isEnded());
    }

    private static String body(ContainerResponseContext response) {
        return response.hasEntity() ? new String(Json.bytes(response.getEntity()), StandardCharsets.UTF_8) : "";
    }

    private static Map<String, String> headers(ContainerResponseContext response) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : REPEATED) {
            String value = response.getHeaderString(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return headers;
    }
}
