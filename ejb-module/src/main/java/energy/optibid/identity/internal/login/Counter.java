package energy.optibid.identity.internal.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What wrong attempts are counted under.
 *
 * @param key hash in hex of the account and the place, or of the account
 */
public record Counter(String key, AttemptRule rule) {

    /**
     * The counters of an attempt. One from where the owner has been before counts by itself alone, so that whatever an
     * attacker does elsewhere does not slow it down.
     */
    public static List<Counter> of(String email, Place place) {
        Counter here = new Counter(sha256("place", email, place.kind().code(), place.hash()), AttemptRule.PLACE);
        Counter everywhere = new Counter(sha256("account", email), AttemptRule.ACCOUNT);
        return place.known() ? List.of(here) : List.of(here, everywhere);
    }

    static String sha256(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] text = String.join("\0", parts).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(digest.digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The JDK has no SHA-256", e);
        }
    }
}
