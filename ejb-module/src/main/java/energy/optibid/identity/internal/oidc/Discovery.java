package energy.optibid.identity.internal.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reads what providers publish about themselves, checks it and remembers it for a while. */
@ApplicationScoped
public class Discovery {
    private static final String WELL_KNOWN = "/.well-known/openid-configuration";
    private static final String UNUSABLE = "The provider is not usable: ";
    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final int MOST_REMEMBERED = 1000;

    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private final ProviderHttp http;
    private final Clock clock;

    @Inject
    public Discovery(ProviderHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    /** For the container's proxy only. */
    protected Discovery() {
        this(new ProviderHttp(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    /**
     * The metadata of an issuer, at most ten minutes old.
     *
     * @throws ProviderFailedException where it cannot be read or is not as it has to be
     */
    public ProviderMetadata of(String issuer) {
        Known found = known.get(issuer);
        return found != null && found.until().isAfter(clock.instant()) ? found.metadata() : read(issuer);
    }

    /**
     * The metadata of an issuer, asked for now.
     *
     * @throws ProviderFailedException where it cannot be read or is not as it has to be
     */
    public ProviderMetadata read(String issuer) {
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        ProviderMetadata metadata =
                metadata(issuer, http.get(uri(base + WELL_KNOWN)).object());
        if (known.size() >= MOST_REMEMBERED) {
            known.clear();
        }
        known.put(issuer, new Known(metadata, clock.instant().plus(REMEMBERED)));
        return metadata;
    }

    static ProviderMetadata metadata(String issuer, Map<String, Object> document) {
        String told = text(document, "issuer").orElse("");
        require(told.equals(issuer), "its discovery document is of the issuer '" + told + "'");
        require(allows(document, "response_types_supported", "code", false), "it does not offer the code flow");
        require(allows(document, "code_challenge_methods_supported", "S256", true), "it does not offer PKCE with S256");
        require(signs(document), "it signs ID tokens with none of " + SigningAlgorithms.ALLOWED);
        boolean basic = allows(document, "token_endpoint_auth_methods_supported", "client_secret_basic", true);
        boolean inBody = allows(document, "token_endpoint_auth_methods_supported", "client_secret_post", false);
        require(basic || inBody, "it takes a client's secret neither in the header nor in the form");
        return new ProviderMetadata(
                issuer,
                endpoint(document, "authorization_endpoint"),
                endpoint(document, "token_endpoint"),
                endpoint(document, "jwks_uri"),
                !basic,
                Boolean.TRUE.equals(document.get("authorization_response_iss_parameter_supported")));
    }

    private static boolean signs(Map<String, Object> document) {
        return SigningAlgorithms.ALLOWED.stream()
                .map(JWSAlgorithm::getName)
                .anyMatch(name -> allows(document, "id_token_signing_alg_values_supported", name, false));
    }

    private static boolean allows(Map<String, Object> document, String field, String value, boolean whenNotSaid) {
        List<String> values = texts(document, field);
        return values.isEmpty() ? whenNotSaid : values.contains(value);
    }

    private static List<String> texts(Map<String, Object> document, String field) {
        return document.get(field) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Optional<String> text(Map<String, Object> document, String field) {
        return document.get(field) instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    private static URI endpoint(Map<String, Object> document, String field) {
        return text(document, field)
                .map(Discovery::uri)
                .orElseThrow(() -> new ProviderFailedException(UNUSABLE + "its discovery document has no " + field));
    }

    private static URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new ProviderFailedException(UNUSABLE + "it names an address that is none", e);
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new ProviderFailedException(UNUSABLE + otherwise);
        }
    }

    private record Known(ProviderMetadata metadata, Instant until) {}
}
