package energy.optibid.push;

import java.util.List;
import java.util.Map;

/**
 * Connections and messages of this node, and what the nodes have told of themselves.
 *
 * @param connections those that are open, by channel
 * @param zones how many are subscribed to each zone
 * @param sent messages since the start
 * @param coalesced messages since the start that a newer one of their zone took the place of
 * @param closed connections that ended since the start, by reason
 * @param nodes as it was known some seconds ago; this one among them
 */
public record PushFigures(
        Map<Client.Channel, Long> connections,
        Map<String, Integer> zones,
        long sent,
        long coalesced,
        Map<CloseCode, Long> closed,
        List<NodeConnections> nodes) {}
