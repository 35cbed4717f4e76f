package energy.optibid.push;

import java.util.UUID;

/**
 * Who is connected.
 *
 * @param address where from; of IPv6 the network
 */
public record Client(Channel channel, UUID userId, UUID organisationId, String address) {

    /** By which address the client came. */
    public enum Channel {
        PRICES("prices"),
        DESK("desk");

        private final String label;

        Channel(String label) {
            this.label = label;
        }

        /** As it stands in the address and in metrics. */
        public String label() {
            return label;
        }
    }
}
