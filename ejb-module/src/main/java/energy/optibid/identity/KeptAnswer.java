package energy.optibid.identity;

import java.util.Map;

/**
 * The answer to a request with an idempotency key.
 *
 * @param bodySha256 of the request's body, lower-case hexadecimal
 * @param status of the answer
 * @param headers of the answer that are repeated with it
 * @param body of the answer, in UTF-8
 */
public record KeptAnswer(String bodySha256, int status, Map<String, String> headers, String body) {
    public KeptAnswer {
        headers = Map.copyOf(headers);
    }
}
