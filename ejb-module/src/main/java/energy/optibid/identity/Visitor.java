package energy.optibid.identity;

import energy.optibid.platform.Origin;
import java.util.Optional;

/**
 * Somebody who has not shown yet who they are.
 *
 * @param origin where the request came from
 * @param device what the browser keeps since an earlier log-in, absent where there was none
 */
public record Visitor(Origin origin, Optional<String> device) {
    @Override
    public String toString() {
        return "Visitor[" + origin.address() + "]";
    }
}
