package energy.optibid.web.security;

import energy.optibid.identity.VerifiedToken;
import java.security.Principal;

/**
 * Who opens a WebSocket. The connection has it as its user for as long as it lasts: properties that a handshake leaves
 * behind are shared by all handshakes of an endpoint, and would show one user to another.
 *
 * @param address where from; of IPv6 the network
 */
public record SocketCaller(VerifiedToken token, String address) implements Principal {

    /** The user's id. */
    @Override
    public String getName() {
        return token.userId().toString();
    }
}
