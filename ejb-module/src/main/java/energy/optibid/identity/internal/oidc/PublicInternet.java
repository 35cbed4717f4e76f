package energy.optibid.identity.internal.oidc;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Tells addresses of the public internet from those with a meaning of their own (IANA special-purpose registries). */
final class PublicInternet {

    private PublicInternet() {}

    static boolean contains(InetAddress address) {
        boolean special = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        return !special && (address instanceof Inet4Address ? isPublic4(address) : isPublic6(address));
    }

    private static boolean isPublic4(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean sharedByCarriers = first == 100 && second >= 64 && second < 128;
        boolean benchmarks = first == 198 && (second == 18 || second == 19);
        boolean protocols = first == 192 && second == 0 && bytes[2] == 0;
        return first != 0 && first < 224 && !sharedByCarriers && !benchmarks && !protocols;
    }

    /** Global unicast, 2000::/3, without what leads on into IPv4: 6to4 (2002::/16) and Teredo (2001::/32). */
    private static boolean isPublic6(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        int second = ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
        boolean tunnel = first == 0x2002 || (first == 0x2001 && second == 0);
        return first >> 13 == 1 && !tunnel;
    }
}
