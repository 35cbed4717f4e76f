package energy.optibid.platform;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The proxies whose {@code X-Forwarded-For} is believed. Anyone can send that header, so it says something only as far
 * as it was written by proxies that the operator has named: the list is read from its end, and the first address that
 * is none of them is the client.
 */
public final class TrustedProxies {
    private static final String KEY = "optibid.web.trusted-proxies";
    private static final int MOST_HOPS = 20;
    private static final IPAddressStringParameters LITERALS = new IPAddressStringParameters.Builder()
            .allowEmpty(false)
            .allowAll(false)
            .allowWildcardedSeparator(false)
            .getIPv4AddressParametersBuilder()
            .allow_inet_aton(false)
            .getParentBuilder()
            .toParams();

    private final List<IPAddress> ranges;

    private TrustedProxies(List<IPAddress> ranges) {
        this.ranges = ranges;
    }

    /** @throws InvalidSettingException for anything but addresses and ranges such as 10.0.0.0/8, with commas between */
    public static TrustedProxies of(Settings settings) {
        return new TrustedProxies(settings.text(KEY).stream()
                .flatMap(list -> Arrays.stream(list.split(",", -1)))
                .map(String::strip)
                .map(TrustedProxies::range)
                .toList());
    }

    private static IPAddress range(String text) {
        try {
            return new IPAddressString(text, LITERALS).toAddress().toPrefixBlock();
        } catch (AddressStringException e) {
            throw new InvalidSettingException(
                    KEY, text, "addresses and ranges such as 10.0.0.0/8, separated by commas", e);
        }
    }

    /**
     * The client's address.
     *
     * @param peer who holds the connection
     * @param forwardedFor the values of {@code X-Forwarded-For}, in the order of their arrival
     */
    public String client(String peer, List<String> forwardedFor) {
        List<String> hops = forwardedFor.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .toList();
        String nearest = canonical(peer).orElse(peer);
        for (int i = hops.size() - 1; i >= 0 && hops.size() - i <= MOST_HOPS && isTrusted(nearest); i--) {
            Optional<String> hop = canonical(hops.get(i));
            if (hop.isEmpty()) {
                return nearest;
            }
            nearest = hop.get();
        }
        return nearest;
    }

    private boolean isTrusted(String address) {
        return ranges.stream().anyMatch(range -> contains(range, address));
    }

    private static boolean contains(IPAddress range, String address) {
        IPAddress parsed = new IPAddressString(address, LITERALS).getAddress();
        return parsed != null && range.contains(parsed);
    }

    /** One spelling for one address; absent for what is not an address. A mapped IPv4 address is that IPv4 address. */
    private static Optional<String> canonical(String text) {
        String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        return Optional.ofNullable(new IPAddressString(bare, LITERALS).getAddress())
                .filter(address -> !address.isMultiple())
                .map(IPAddress::withoutPrefixLength)
                .map(address -> address.isIPv6() && address.toIPv6().isIPv4Mapped()
                        ? address.toIPv6().getEmbeddedIPv4Address()
                        : address)
                .map(IPAddress::toCanonicalString);
    }
}
