package energy.optibid.identity.internal.login;

import energy.optibid.identity.Visitor;
import energy.optibid.platform.SecretToken;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * From where somebody logs in.
 *
 * @param kind a browser that was given a cookie, or a network
 * @param hash in hex: of the cookie, or of the network's address
 * @param known whether the account's owner has logged in from there before
 */
public record Place(Kind kind, String hash, boolean known) {
    static final String DEVICE_PREFIX = "obd";

    private static final int NETWORK_BYTES_OF_IPV6 = 8;

    /** What a place is known by. */
    public enum Kind {
        DEVICE,
        NETWORK;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The network of a visitor: an IPv4 address, or the first 64 bits of an IPv6 address, which one holder has. */
    public static Place network(Visitor visitor) {
        return new Place(Kind.NETWORK, Counter.sha256(network(visitor.origin().address())), false);
    }

    /** The browser of a visitor, absent where it keeps no well-formed cookie of ours. */
    public static Optional<Place> device(Visitor visitor) {
        return visitor.device()
                .flatMap(text -> SecretToken.parse(DEVICE_PREFIX, text))
                .map(Place::device);
    }

    static Place device(SecretToken token) {
        return new Place(Kind.DEVICE, HexFormat.of().formatHex(token.sha256()), false);
    }

    Place asKnown() {
        return new Place(kind, hash, true);
    }

    static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            // Looks nothing up: only the literal of an IPv6 address contains a colon.
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(NETWORK_BYTES_OF_IPV6, bytes.length)));
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
