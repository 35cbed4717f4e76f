package energy.optibid.market;

import jakarta.ejb.ApplicationException;
import java.util.UUID;

/** There is no import of that identifier. */
@ApplicationException
public class ImportNotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final UUID importId;

    public ImportNotFoundException(UUID importId) {
        super("There is no import " + importId);
        this.importId = importId;
    }

    public UUID importId() {
        return importId;
    }
}
