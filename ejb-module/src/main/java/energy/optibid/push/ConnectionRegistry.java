package energy.optibid.push;

import java.util.List;
import java.util.Map;

/** Counts connections: of this node, or of all nodes together. What a node that is gone has counted is forgotten soon. */
public interface ConnectionRegistry {

    /** Counts one more; false where there are that many already, and then it has counted nothing. */
    boolean enter(Counted counted, int most);

    /** Counts one less, never less than none. */
    void leave(Counted counted);

    /**
     * What this node has now, told again and again: who does not tell it for 30 seconds is taken for gone.
     *
     * @param held all that this node has counted, which takes the place of what is counted for it
     */
    void renew(NodeConnections own, Map<Counted, Integer> held);

    /** What each node has told last that is not gone. */
    List<NodeConnections> nodes();
}
