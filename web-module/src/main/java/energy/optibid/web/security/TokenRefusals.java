package energy.optibid.web.security;

import energy.optibid.identity.TokenRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts requests that were refused for their access token, by reason: {@code optibid_token_refusals_total}. */
@ApplicationScoped
public class TokenRefusals {
    private static final Metadata METADATA = Metadata.builder()
            .withName("optibid_token_refusals")
            .withDescription("Requests that were refused for their access token, by reason")
            .build();

    private final Map<TokenRefusal, Counter> counters = new EnumMap<>(TokenRefusal.class);

    /** All reasons are there from the start, so that a rate is known from the first refusal on. */
    @Inject
    public TokenRefusals(MetricRegistry registry) {
        for (TokenRefusal reason : TokenRefusal.values()) {
            counters.put(reason, registry.counter(METADATA, new Tag("reason", reason.code())));
        }
    }

    /** For the container's proxy only. */
    protected TokenRefusals() {}

    public void count(TokenRefusal reason) {
        Counter counter = counters.get(reason);
        if (counter != null) {
            counter.inc();
        }
    }
}
