package energy.optibid.push;

import java.util.Map;

/**
 * What one node has told of its connections.
 *
 * @param node its name
 * @param connections how many
 * @param zones how many are subscribed to each zone; a connection with several counts for each
 */
public record NodeConnections(String node, int connections, Map<String, Integer> zones) {
    public NodeConnections {
        zones = Map.copyOf(zones);
    }
}
