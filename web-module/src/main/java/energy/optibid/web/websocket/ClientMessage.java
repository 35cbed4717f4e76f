package energy.optibid.web.websocket;

import java.util.List;
import java.util.Optional;

/**
 * What a client sends.
 *
 * @param type {@code subscribe}, {@code unsubscribe} or {@code renew}
 * @param product code of the product, with zones
 * @param zones codes of zones
 * @param after the last number that the client has had
 * @param token a new access token
 */
public record ClientMessage(
        String type,
        Optional<String> product,
        Optional<List<String>> zones,
        Optional<Long> after,
        Optional<String> token) {}
