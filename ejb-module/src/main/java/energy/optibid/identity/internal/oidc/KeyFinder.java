package energy.optibid.identity.internal.oidc;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import java.util.List;

/** Where the public keys of a provider come from. */
@FunctionalInterface
interface KeyFinder {

    /** The keys that may have made a signature with this header; none where the provider publishes no such key. */
    List<JWK> keysFor(JWSHeader header);
}
