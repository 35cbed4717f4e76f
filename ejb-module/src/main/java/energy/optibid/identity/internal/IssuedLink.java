package energy.optibid.identity.internal;

import java.time.Instant;

/**
 * A one-time link that was just made.
 *
 * @param url the page of the console with the secret behind {@code #}
 */
public record IssuedLink(String url, Instant expiresAt) {
    @Override
    public String toString() {
        return "IssuedLink[until " + expiresAt + "]";
    }
}
