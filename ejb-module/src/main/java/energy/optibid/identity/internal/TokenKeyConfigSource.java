package energy.optibid.identity.internal;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** Tells MicroProfile JWT the key, the issuer and the audience of our access tokens. Found by the service loader. */
public final class TokenKeyConfigSource implements ConfigSource {

    /** Above the environment and the system properties: nobody can plant another key from outside. */
    private static final int ORDINAL = 1000;

    private static final Map<String, Supplier<String>> VALUES = Map.of(
            "mp.jwt.verify.publickey", SigningKey::publicKeyPem,
            "mp.jwt.verify.publickey.algorithm", () -> "ES256",
            "mp.jwt.verify.issuer", () -> AccessTokens.ISSUER,
            "mp.jwt.verify.audiences", () -> AccessTokens.AUDIENCE);

    @Override
    public String getName() {
        return "OptiBid token key";
    }

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }

    @Override
    public Set<String> getPropertyNames() {
        return VALUES.keySet();
    }

    @Override
    public @Nullable String getValue(String propertyName) {
        Supplier<String> value = VALUES.get(propertyName);
        return value == null ? null : value.get();
    }
}
