package energy.optibid.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a monitoring system shows to read the metrics: a secret of the configuration, in {@code Authorization: Bearer}. */
public final class MetricsToken {
    static final String KEY = "optibid.web.metrics-token";

    private static final String SCHEME = "Bearer ";
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~+/=-]{32,}");

    private final byte[] secret;

    private MetricsToken(String secret) {
        this.secret = secret.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Absent where none is configured: nobody may read the metrics then.
     *
     * @throws InvalidSettingException where it is too short to be no guess, or cannot stand in a header
     */
    static Optional<MetricsToken> of(Settings settings) {
        return settings.text(KEY).map(text -> {
            if (!FORM.matcher(text).matches()) {
                throw new InvalidSettingException(
                        KEY,
                        "****",
                        "32 or more letters, digits and characters of ._~+/=-, as openssl rand -hex 32 makes");
            }
            return new MetricsToken(text);
        });
    }

    /** Whether it stands in a header {@code Authorization}; takes as long for a near miss as for any other. */
    public boolean isShownBy(String authorization) {
        return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(
                        secret, authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "MetricsToken[****]";
    }
}
