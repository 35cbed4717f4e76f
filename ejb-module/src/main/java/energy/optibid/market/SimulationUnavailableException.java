package energy.optibid.market;

import jakarta.ejb.ApplicationException;

/** Simulated market data exists in development only. */
@ApplicationException
public class SimulationUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SimulationUnavailableException() {
        super("Simulated market data exists in development only");
    }
}
