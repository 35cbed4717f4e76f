package energy.optibid.analytics;

import energy.optibid.platform.ServiceState;
import jakarta.ejb.ApplicationException;

/** What was asked for is about the copy in ClickHouse, which is off or does not answer. */
@ApplicationException
public class ClickHouseNeededException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ServiceState state;

    public ClickHouseNeededException(ServiceState state) {
        super("ClickHouse is " + state.code());
        this.state = state;
    }

    public ServiceState state() {
        return state;
    }
}
