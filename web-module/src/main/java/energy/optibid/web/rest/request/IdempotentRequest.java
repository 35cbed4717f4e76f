package energy.optibid.web.rest.request;

import energy.optibid.identity.KeptAnswer;
import energy.optibid.platform.Actor;
import java.util.Map;

/** A request that has taken an idempotency key and is not answered yet. */
record IdempotentRequest(Actor actor, String key, HashedBody body) {

    /** Under which name the request carries it. */
    static final String PROPERTY = IdempotentRequest.class.getName();

    KeptAnswer answer(int status, Map<String, String> headers, String answered) {
        return new KeptAnswer(body.sha256(), status, headers, answered);
    }
}
