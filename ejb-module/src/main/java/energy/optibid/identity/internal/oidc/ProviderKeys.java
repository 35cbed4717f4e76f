package energy.optibid.identity.internal.oidc;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys that providers publish, remembered for a while. A key id that is not among them has them asked for again,
 * but not more often than twice a minute: a flood of invented ids does not become a flood of requests.
 */
@ApplicationScoped
public class ProviderKeys {
    static final Duration REMEMBERED = Duration.ofMinutes(15);
    static final Duration BETWEEN_REFRESHES = Duration.ofSeconds(30);
    private static final int MOST_REMEMBERED = 1000;

    private final Map<URI, Known> known = new ConcurrentHashMap<>();

    private final ProviderHttp http;
    private final Clock clock;

    @Inject
    public ProviderKeys(ProviderHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    /** For the container's proxy only. */
    protected ProviderKeys() {
        this(new ProviderHttp(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    /** The keys published at an address. */
    public KeyFinder at(URI address) {
        return header -> find(address, header);
    }

    /**
     * Asks for the keys at an address now.
     *
     * @throws ProviderFailedException where there is no set of keys
     */
    public void read(URI address) {
        known.put(address, fetch(address));
    }

    private List<JWK> find(URI address, JWSHeader header) {
        Instant now = clock.instant();
        Known current = known(address, now.minus(REMEMBERED));
        List<JWK> found = current.matching(header);
        boolean askAgain =
                found.isEmpty() && !current.read().plus(BETWEEN_REFRESHES).isAfter(now);
        return askAgain ? known(address, now.minus(BETWEEN_REFRESHES)).matching(header) : found;
    }

    /** At most one thread asks one provider at a time; the others wait for what it is told. */
    private Known known(URI address, Instant notOlderThan) {
        if (known.size() >= MOST_REMEMBERED) {
            known.clear();
        }
        Known result = known.compute(
                address, (key, before) -> before != null && before.read().isAfter(notOlderThan) ? before : fetch(key));
        return Objects.requireNonNull(result);
    }

    private Known fetch(URI address) {
        try {
            JWKSet set = JWKSet.parse(http.get(address).object());
            return new Known(set.getKeys(), clock.instant());
        } catch (ParseException e) {
            throw new ProviderFailedException(address + " does not answer with a set of keys", e);
        }
    }

    private record Known(List<JWK> keys, Instant read) {

        /** A token without a key id is taken only where there is no choice of keys. */
        List<JWK> matching(JWSHeader header) {
            List<JWK> fitting = keys.stream()
                    .filter(key -> SigningAlgorithms.fits(key, header.getAlgorithm()))
                    .toList();
            if (header.getKeyID() == null) {
                return fitting.size() == 1 ? fitting : List.of();
            }
            return fitting.stream()
                    .filter(key -> header.getKeyID().equals(key.getKeyID()))
                    .toList();
        }
    }
}
