package energy.optibid.identity;

import energy.optibid.identity.internal.SigningKeys;
import energy.optibid.platform.Actor;
import energy.optibid.platform.OrganisationBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The keys that sign access tokens: published by their public half, changed from time to time or when an operator says so. */
@Stateless
@OrganisationBound
public class TokenKeys {

    @Inject
    SigningKeys keys;

    @Inject
    AuditTrail audit;

    /** For how long others may keep what is published. */
    public Duration publishedFor() {
        return SigningKeys.CACHED;
    }

    /** All keys that verify, and so are published; the oldest first. */
    public List<TokenKey> keys() {
        return keys.list();
    }

    /**
     * Publishes a new key that takes over after {@code optibid.identity.key-publication-lead}, unless one is waiting
     * already. Nobody is logged out: the present key stays known until its last token has expired.
     */
    public List<TokenKey> change(Actor actor) {
        keys.next();
        List<TokenKey> after = keys.list();
        String newest = after.get(after.size() - 1).id();
        audit.recordEvent(actor, "signing-key.change", "signing-key", newest, Map.of());
        return after;
    }
}
