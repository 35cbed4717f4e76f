package energy.optibid.forecasting;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** No forecaster has the given id. */
@ApplicationException(rollback = true)
public class UnknownForecasterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String id;

    public UnknownForecasterException(String id, List<String> allowed) {
        super("There is no forecaster " + id + "; allowed: " + String.join(", ", allowed));
        this.id = id;
    }

    public String id() {
        return id;
    }
}
